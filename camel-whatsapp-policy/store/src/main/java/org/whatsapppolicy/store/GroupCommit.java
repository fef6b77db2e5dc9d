package org.whatsapppolicy.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.state.Storable;

/**
 * Joins requests that arrive while a batch is under way into the next one: no timer, no added latency when idle. Never
 * blocks the caller. Futures are completed on the writer threads: continue elsewhere with anything that is not quick.
 * Thread-safe.
 */
public final class GroupCommit implements AutoCloseable {

    private static final int LARGEST_BATCH = 256;

    private final Batching<Wish<?>> batching;

    /**
     * @param store where the batches go
     * @param engine the engine of the moment, asked once a batch
     * @param writers runs the writer loops
     * @param parallel how many batches may be under way at once; 1 for a single-writer database
     * @param bound how many requests may wait at most
     */
    public GroupCommit(PolicyStore store, Supplier<PolicyEngine> engine, Executor writers, int parallel, int bound) {
        this.batching = new Batching<>(
                new Batches(store, engine)::run, writers, Batching.Manner.prompt(parallel, bound, LARGEST_BATCH));
    }

    /**
     * Decides with effect; completes exceptionally with {@link StoreUnavailableException}, also when too many wait, and with
     * {@link IllegalArgumentException} for an idempotency key that no store keeps as it is.
     */
    public CompletableFuture<Admission> decide(SendRequest request) {
        try {
            if (request.attempt() == 0) {
                // In a batch it would break all those beside it.
                Storable.key(request.idempotencyKey());
            }
            // Written out here, by the many who ask, and not by the one who writes them all.
            var unused = request.content().json();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
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
        batching.add(wish);
        return wish.future();
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    @Override
    public void close() {
        batching.close();
    }
}
