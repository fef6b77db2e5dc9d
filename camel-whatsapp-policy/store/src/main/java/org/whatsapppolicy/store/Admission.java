package org.whatsapppolicy.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.ledger.MessageStatus;

/** The store's answer to one request to send. */
public sealed interface Admission {

    /**
     * It was decided now.
     *
     * @param messageId our id
     * @param attempt the attempt that an outcome must name
     * @param tries how many attempts were begun, this one counted
     * @param decision the decision
     * @param sendBefore for ALLOW the instant before which the request must have begun (M-2); else null
     */
    record Decided(
            UUID messageId,
            int attempt,
            int tries,
            Decision decision,
            @Nullable Instant sendBefore) implements Admission {}

    /** It is a repeat: the first one's standing (S-37). */
    record Repeated(MessageStatus first) implements Admission {}

    /**
     * The key, or the id, stands for another message.
     *
     * @param key the idempotency key, or the id as text
     * @param differs what differs: {@code recipient} or {@code content}
     */
    record Conflict(String key, String differs) implements Admission {}

    /** The engine's document is older than the one that is active in the store (S-7): read that one and ask again. */
    record Stale(PolicyStore.ActivePolicy active) implements Admission {}

    /**
     * It was not decided, others of its batch were: somebody else holds its person or its key for too long. Nothing was recorded of
     * it.
     */
    record LockedOut(StoreUnavailableException why) implements Admission {}
}
