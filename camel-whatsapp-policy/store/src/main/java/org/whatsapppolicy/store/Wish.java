package org.whatsapppolicy.store;

import java.util.concurrent.CompletableFuture;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;

/** One thing that waits for its batch, and who is told. */
sealed interface Wish<T> extends Batching.Waiting {

    CompletableFuture<T> future();

    @Override
    default void fail(Throwable cause) {
        future().completeExceptionally(cause);
    }

    record ToDecide(SendRequest request, CompletableFuture<Admission> future) implements Wish<Admission> {}

    record ToCheck(SendRequest request, CompletableFuture<Decision> future) implements Wish<Decision> {}

    record ToSettle(Settlement settlement, CompletableFuture<Void> future) implements Wish<Void> {
        @Override
        public boolean always() {
            return true;
        }
    }
}
