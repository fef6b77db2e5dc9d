package org.whatsapppolicy.camel.webhook;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs pieces of work beside one another on threads of a pool, and wakes no more of them than the work takes: each that begins
 * wakes the next one while something waits, so that work which blocks has as many as there are, and quick work is done by the few
 * that are awake. To wake a thread costs more than a quick piece. Thread-safe.
 */
final class SideBySide {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    SideBySide(Executor threads) {
        this.threads = threads;
    }

    /**
     * Runs them soon. One that throws ends its thread's turn and nothing else.
     *
     * @throws RejectedExecutionException when the pool takes no work any more
     */
    void run(Collection<Runnable> pieces) {
        waiting.addAll(pieces);
        threads.execute(this::work);
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
            // The pool ends: those that are awake do what is left.
        }
    }
}
