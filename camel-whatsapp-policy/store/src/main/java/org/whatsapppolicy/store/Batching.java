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
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Joins what arrives while a batch is under way into the next one: no added latency when idle, a bound on what waits. Thread-safe.
 *
 * <p>Whoever was answered by a large batch comes again soon, the first of them at once; a batch of that one alone would cost as
 * much as one of all. So after a large batch it may be waited for the others, for a fraction of what that batch took.
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
    private final Manner manner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final Queue<W> waiting = new ArrayDeque<>();
    private int running;
    /** For how many a batch waits just now. */
    private int wanted;

    private boolean closed;

    /**
     * @param work does a batch and tells everyone in it; must not throw
     * @param writers runs the loops
     */
    Batching(Consumer<List<W>> work, Executor writers, Manner manner) {
        this.work = work;
        this.writers = writers;
        this.manner = manner;
    }

    /**
     * How it goes about it.
     *
     * @param parallel how many batches may be under way at once
     * @param bound how many may wait at most
     * @param largest how many a batch has at most
     * @param enough how many must wait for another batch to begin beside those under way
     * @param large from how many on a batch has the next one wait for as many
     * @param patience how long at most it waits for them, in nanoseconds, of how long that batch took
     */
    record Manner(int parallel, int bound, int largest, int enough, int large, LongUnaryOperator patience) {

        Manner {
            if (parallel < 1 || bound < 1) {
                throw new IllegalArgumentException(
                        "found parallel " + parallel + " and bound " + bound + ", expected at least 1 of both");
            }
        }

        /** Waits for nobody. */
        static Manner prompt(int parallel, int bound, int largest) {
            return new Manner(parallel, bound, largest, 1, Integer.MAX_VALUE, took -> 0);
        }
    }

    void add(W one) {
        String refusal = null;
        boolean start = false;
        lock.lock();
        try {
            if (closed) {
                refusal = "the store is closing: nothing was recorded";
            } else if (waiting.size() >= manner.bound && !one.always()) {
                refusal = "found " + waiting.size() + " requests waiting, expected at most " + manner.bound
                        + ": the database is slower than the route; nothing was recorded";
            } else {
                waiting.add(one);
                if (waiting.size() == wanted) {
                    gathered.signal();
                }
                start = running == 0 || (wanted == 0 && running < manner.parallel && waiting.size() >= manner.enough);
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
        } catch (RejectedExecutionException | Error e) {
            // An error when no thread can be started. A loop that counts and does not run would let all others wait for
            // ever.
            List<W> left = stop();
            left.forEach(one -> one.fail(refused("the writers' executor takes no work: nothing was recorded", e)));
        }
    }

    private void write() {
        for (List<W> batch = next(); !batch.isEmpty(); batch = next()) {
            long begun = System.nanoTime();
            work.accept(batch);
            if (batch.size() >= manner.large) {
                gather(batch.size(), manner.patience.applyAsLong(System.nanoTime() - begun));
            }
        }
    }

    private void gather(int many, long nanos) {
        lock.lock();
        try {
            wanted = many;
            long left = nanos;
            while (waiting.size() < many && left > 0 && !closed) {
                left = gathered.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wanted = 0;
            lock.unlock();
        }
    }

    private List<W> next() {
        lock.lock();
        try {
            List<W> batch = new ArrayList<>(Math.min(waiting.size(), manner.largest));
            while (batch.size() < manner.largest && !waiting.isEmpty()) {
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
