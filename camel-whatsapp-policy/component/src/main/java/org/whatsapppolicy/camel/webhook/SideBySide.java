package org.whatsapppolicy.camel.webhook;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs pieces of work beside one another on threads of a pool, and wakes no more of them than the work takes: each that begins
 * wakes the next one while something waits, so that work which blocks has as many as there are, and quick work is done by the few
 * that are awake. To wake a thread costs more than a quick piece. Thread-safe.
 */
final class SideBySide {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean refused = new AtomicBoolean();

    SideBySide(Executor threads) {
        this.threads = threads;
    }

    /** Runs them soon, or when it is tried {@link #again}. One that throws ends its thread's turn and nothing else. */
    void run(Collection<Runnable> pieces) {
        waiting.addAll(pieces);
        wakeAnother();
    }

    /** Tries again to wake a thread for what waits, if the pool refused one. */
    void again() {
        if (refused.getAndSet(false)) {
            wakeAnother();
        }
    }

    private void work() {
        Runnable piece = waiting.poll();
        if (piece != null && !waiting.isEmpty()) {
            wakeAnother();
        }
        boolean whole = false;
        try {
            while (piece != null) {
                piece.run();
                piece = waiting.poll();
            }
            whole = true;
        } finally {
            if (!whole) {
                wakeAnother();
            }
        }
    }

    private void wakeAnother() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException e) {
            // The pool ends, or no thread can be started just now. Those that are awake do what is left, if there are
            // any.
            refused.set(true);
        }
    }
}
