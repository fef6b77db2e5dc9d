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
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Joins what arrives while a batch is under way into the next one: no added latency when idle, a bound on what waits. Thread-safe.
 *
 * <p>Whoever was answered by a large batch comes again soon, the first of them at once; a batch of that one alone would cost as
 * much as one of all. So after a large batch it may be waited for the others, for a fraction of what that batch took.
 *
 * <p>When a batch has waited in vain for a store that is away, those who waited all the while behind it are told so with it: one
 * batch after the other would wait as long again, and how long somebody waits would grow with how many do.
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

    /** What becomes of a batch. */
    @FunctionalInterface
    interface Work<W> {

        /**
         * Does it and tells everyone in it; must not throw.
         *
         * @return what that tells of the store
         */
        Contact on(List<W> batch);
    }

    private final Work<W> work;
    private final Executor writers;
    private final Manner manner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final Queue<Turn<W>> waiting = new ArrayDeque<>();
    private int running;
    /** For how many a batch waits just now. */
    private int wanted;

    /** When a batch of any writer last ended and had found the store there, or null. */
    private @Nullable Long served;

    private boolean closed;

    /**
     * @param writers runs the loops
     */
    Batching(Work<W> work, Executor writers, Manner manner) {
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
     * @param vain from how many nanoseconds on a batch that found the store away has waited for it in vain; what fails sooner keeps
     *     nobody waiting, and may have been one connection that broke
     */
    record Manner(int parallel, int bound, int largest, int enough, int large, LongUnaryOperator patience, long vain) {

        /** Shorter than any wait for a connection. */
        static final long SHORT = TimeUnit.MILLISECONDS.toNanos(200);

        Manner {
            if (parallel < 1 || bound < 1) {
                throw new IllegalArgumentException(
                        "found parallel " + parallel + " and bound " + bound + ", expected at least 1 of both");
            }
        }

        /** Waits for nobody. */
        static Manner prompt(int parallel, int bound, int largest) {
            return new Manner(parallel, bound, largest, 1, Integer.MAX_VALUE, took -> 0, SHORT);
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
                waiting.add(new Turn<>(one, System.nanoTime()));
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
            List<Turn<W>> left = stop();
            left.forEach(
                    turn -> turn.one.fail(refused("the writers' executor takes no work: nothing was recorded", e)));
        }
    }

    private void write() {
        for (List<W> batch = next(); !batch.isEmpty(); batch = next()) {
            long begun = System.nanoTime();
            Contact contact = work.on(batch);
            long ended = System.nanoTime();
            long took = ended - begun;
            if (contact.answered()) {
                served(ended);
            } else if (contact.lost() != null && took >= manner.vain) {
                failThoseBefore(begun, contact.lost().forWhoWaitedBehind());
            }
            if (batch.size() >= manner.large) {
                gather(batch.size(), manner.patience.applyAsLong(took));
            }
        }
    }

    private void served(long ended) {
        lock.lock();
        try {
            served = ended;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Unless another writer got through meanwhile: then it was this one's connection. Who makes room stays: it has to be brought to
     * the store.
     */
    private void failThoseBefore(long begun, StoreUnavailableException away) {
        List<W> behind = new ArrayList<>();
        lock.lock();
        try {
            if (served != null && served - begun > 0) {
                return;
            }
            waiting.removeIf(turn -> turn.since - begun < 0 && !turn.one.always() && behind.add(turn.one));
        } finally {
            lock.unlock();
        }
        behind.forEach(one -> one.fail(away));
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
                batch.add(waiting.remove().one);
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

    private List<Turn<W>> stop() {
        lock.lock();
        try {
            running--;
            List<Turn<W>> left = running > 0 ? List.of() : List.copyOf(waiting);
            waiting.removeAll(left);
            idle.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    void close() {
        List<Turn<W>> left;
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
        left.forEach(turn ->
                turn.one.fail(refused("the store closed before this was its turn: nothing was recorded", null)));
    }

    private record Turn<W>(W one, long since) {}

    private static StoreUnavailableException refused(String message, @Nullable Throwable cause) {
        return new StoreUnavailableException(message, cause, false);
    }
}
