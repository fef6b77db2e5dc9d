package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.ledger.MessageStatus;

/** What became of one wish to send, as far as it is known when the route goes on. */
public sealed interface SendResult {

    /** Our id of the message. */
    UUID id();

    /** The platform took it; its webhooks tell the rest. */
    record Accepted(UUID id, Decision decision, String wamid) implements SendResult {}

    /** The policy said DENY, or DEFER: then it is held. */
    record Decided(UUID id, Decision decision) implements SendResult {}

    /** It is held and will be decided and sent in the background. */
    record Taken(UUID id) implements SendResult {}

    /**
     * It was allowed and refused, and a later attempt makes sense: it is held.
     *
     * @param code why, in kebab case
     * @param error the platform's error, or null when the platform was not reached
     * @param after how long until the next attempt
     */
    record Postponed(
            UUID id,
            Decision decision,
            String code,
            @Nullable PlatformError error,
            Duration after) implements SendResult {}

    /**
     * It was allowed and definitely not taken.
     *
     * @param problem what happened when the platform did not say
     */
    record Refused(UUID id, Decision decision, @Nullable PlatformError error, String problem) implements SendResult {}

    /**
     * It was allowed, and its file could not be uploaded: nothing was sent.
     *
     * @param error the platform's error, or null when it did not say
     * @param problem what happened when the platform did not say
     */
    record NotUploaded(UUID id, Decision decision, @Nullable PlatformError error, String problem)
            implements SendResult {}

    /** A read receipt or typing indicator was taken. */
    record Signalled(UUID id) implements SendResult {}

    /**
     * A read receipt or typing indicator was definitely not taken.
     *
     * @param error the platform's error, or null when it was not reached
     * @param problem what happened when the platform did not say
     */
    record SignalRefused(UUID id, @Nullable PlatformError error, String problem) implements SendResult {}

    /**
     * A read receipt or typing indicator may have been taken, and no readable answer came.
     *
     * @param httpStatus of the unreadable answer, or 0
     */
    record SignalUnknown(UUID id, @Nullable PlatformError error, int httpStatus, String problem)
            implements SendResult {}

    /**
     * The request may have been sent, and no readable answer came.
     *
     * @param httpStatus of the unreadable answer, or 0
     */
    record Unknown(UUID id, @Nullable PlatformError error, int httpStatus, String problem) implements SendResult {}

    /** A message with this key or id was there before; nothing was sent now (S-37). */
    record Repeated(MessageStatus first) implements SendResult {
        @Override
        public UUID id() {
            return first.id();
        }
    }

    /** The key or id stands for another message (S-37). */
    record Conflict(UUID id, String key, String differs) implements SendResult {}

    /** It could not be decided: nothing was sent. */
    record Failed(UUID id, Throwable cause) implements SendResult {}
}
