package org.whatsapppolicy.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins what arrives while a batch is under way into the next one: no timer, no added latency when idle, a bound on what waits.
 * Thread-safe.
 */
final class Batching<W extends Batching.Waiting> {

    private static final long CLOSE_SECONDS = 15;

    /** One that waits for its batch. */
    interface Waiting {

        /** Tells it that nothing was done for it. */
        void fail(Throwable cause);

        /** Whether it is taken even when there is no room, because it makes room. */
        default boolean always() {
            return false;
        }
    }

    private final Consumer<List<W>> work;
    private final Executor writers;
    private final int parallel;
    private final int bound;
    private final int largest;
    private final int enough;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<W> waiting = new ArrayDeque<>();
    private int running;
    private boolean closed;

    /**
     * @param work does a batch and tells everyone in it; must not throw
     * @param writers runs the loops
     * @param parallel how many batches may be under way at once
     * @param bound how many may wait at most
     * @param largest how many a batch has at most
     * @param enough how many must wait for another batch to begin beside those under way
     */
    Batching(Consumer<List<W>> work, Executor writers, int parallel, int bound, int largest, int enough) {
        if (parallel < 1 || bound < 1) {
            throw new IllegalArgumentException(
                    "found parallel " + parallel + " and bound " + bound + ", expected at least 1 of both");
        }
        this.work = work;
        this.writers = writers;
        this.parallel = parallel;
        this.bound = bound;
        this.largest = largest;
        this.enough = enough;
    }

    void add(W one) {
        String refusal = null;
        boolean start = false;
        lock.lock();
        try {
            if (closed) {
                refusal = "the store is closing: nothing was recorded";
            } else if (waiting.size() >= bound && !one.always()) {
                refusal = "found " + waiting.size() + " requests waiting, expected at most " + bound
                        + ": the database is slower than the route; nothing was recorded";
            } else {
                waiting.add(one);
                start = running == 0 || (running < parallel && waiting.size() >= enough);
                running += start ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) {
            one.fail(refused(refusal, null));
        } else if (start) {
            start();
        }
    }

    private void start() {
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException e) {
            List<W> left = stop();
            left.forEach(one -> one.fail(refused("the writers' executor takes no work: nothing was recorded", e)));
        }
    }

    private void write() {
        for (List<W> batch = next(); !batch.isEmpty(); batch = next()) {
            work.accept(batch);
        }
    }

    private List<W> next() {
        lock.lock();
        try {
            List<W> batch = new ArrayList<>(Math.min(waiting.size(), largest));
            while (batch.size() < largest && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                running--;
                idle.signalAll();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private List<W> stop() {
        lock.lock();
        try {
            running--;
            List<W> left = running > 0 ? List.of() : List.copyOf(waiting);
            waiting.removeAll(left);
            idle.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    void close() {
        List<W> left;
        lock.lock();
        try {
            closed = true;
            long nanos = TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
            while (running > 0 && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            left = List.copyOf(waiting);
            waiting.clear();
            lock.unlock();
        }
        left.forEach(one -> one.fail(refused("the store closed before this was its turn: nothing was recorded", null)));
    }

    private static StoreUnavailableException refused(String message, @Nullable Throwable cause) {
        return new StoreUnavailableException(message, cause, false);
    }
}
