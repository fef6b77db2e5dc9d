package org.whatsapppolicy.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * Joins requests that arrive while a batch is under way into the next one: no timer, no added latency when idle. Never
 * blocks the caller. Futures are completed on the writer threads: continue elsewhere with anything that is not quick.
 */
public final class GroupCommit implements AutoCloseable {

    /**
     * @param store where the batches go
     * @param engine the engine of the moment, asked once a batch
     * @param writers runs the writer loops
     * @param parallel how many batches may be under way at once; 1 for a single-writer database
     * @param bound how many requests may wait at most
     */
    public GroupCommit(PolicyStore store, Supplier<PolicyEngine> engine, Executor writers, int parallel, int bound) {
        throw new UnsupportedOperationException();
    }

    /** Decides with effect; completes exceptionally with {@link StoreUnavailableException}. */
    public CompletableFuture<Admission> decide(SendRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Decides without effect. */
    public CompletableFuture<Decision> check(SendRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Records an outcome; complete when it is durable. */
    public CompletableFuture<Void> settle(Settlement settlement) {
        throw new UnsupportedOperationException();
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
