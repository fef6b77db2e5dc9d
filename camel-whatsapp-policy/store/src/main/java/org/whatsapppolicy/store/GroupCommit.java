package org.whatsapppolicy.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * Joins requests that arrive while a batch is under way into the next one: no timer, no added latency when idle. Never
 * blocks the caller. Futures are completed on the writer threads: continue elsewhere with anything that is not quick.
 * Thread-safe.
 */
public final class GroupCommit implements AutoCloseable {

    private static final int LARGEST_BATCH = 256;
    private static final long CLOSE_SECONDS = 15;

    private final Batches batches;
    private final Executor writers;
    private final int parallel;
    private final int bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<Wish<?>> waiting = new ArrayDeque<>();
    private int running;
    private boolean closed;

    /**
     * @param store where the batches go
     * @param engine the engine of the moment, asked once a batch
     * @param writers runs the writer loops
     * @param parallel how many batches may be under way at once; 1 for a single-writer database
     * @param bound how many requests may wait at most
     */
    public GroupCommit(PolicyStore store, Supplier<PolicyEngine> engine, Executor writers, int parallel, int bound) {
        if (parallel < 1 || bound < 1) {
            throw new IllegalArgumentException(
                    "found parallel " + parallel + " and bound " + bound + ", expected at least 1 of both");
        }
        this.batches = new Batches(store, engine);
        this.writers = writers;
        this.parallel = parallel;
        this.bound = bound;
    }

    /** Decides with effect; completes exceptionally with {@link StoreUnavailableException}, also when too many wait. */
    public CompletableFuture<Admission> decide(SendRequest request) {
        // Written out here, by the many who ask, and not by the one who writes them all.
        var unused = request.content().json();
        return add(new Wish.ToDecide(request, new CompletableFuture<>()));
    }

    /** Decides without effect. */
    public CompletableFuture<Decision> check(SendRequest request) {
        return add(new Wish.ToCheck(request, new CompletableFuture<>()));
    }

    /** Records an outcome; complete when it is durable. Never refused for want of room: it makes room. */
    public CompletableFuture<Void> settle(Settlement settlement) {
        return add(new Wish.ToSettle(settlement, new CompletableFuture<>()));
    }

    private <T> CompletableFuture<T> add(Wish<T> wish) {
        String refusal = null;
        boolean start = false;
        lock.lock();
        try {
            if (closed) {
                refusal = "the store is closing: nothing was recorded";
            } else if (waiting.size() >= bound && !(wish instanceof Wish.ToSettle)) {
                refusal = "found " + waiting.size() + " requests waiting, expected at most " + bound
                        + ": the database is slower than the route; nothing was recorded";
            } else {
                waiting.add(wish);
                start = running < parallel;
                running += start ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) {
            wish.fail(refused(refusal, null));
        } else if (start) {
            start();
        }
        return wish.future();
    }

    private void start() {
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException e) {
            List<Wish<?>> left = stop();
            left.forEach(wish -> wish.fail(refused("the writers' executor takes no work: nothing was recorded", e)));
        }
    }

    private void write() {
        for (List<Wish<?>> batch = next(); !batch.isEmpty(); batch = next()) {
            batches.run(batch);
        }
    }

    private List<Wish<?>> next() {
        lock.lock();
        try {
            List<Wish<?>> batch = new ArrayList<>(Math.min(waiting.size(), LARGEST_BATCH));
            while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
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

    private List<Wish<?>> stop() {
        lock.lock();
        try {
            running--;
            List<Wish<?>> left = running > 0 ? List.of() : List.copyOf(waiting);
            waiting.removeAll(left);
            idle.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    @Override
    public void close() {
        List<Wish<?>> left;
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
        left.forEach(
                wish -> wish.fail(refused("the store closed before this was its turn: nothing was recorded", null)));
    }

    private static StoreUnavailableException refused(String message, @Nullable Throwable cause) {
        return new StoreUnavailableException(message, cause, false);
    }
}
