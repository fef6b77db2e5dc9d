package org.whatsapppolicy.simulator.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at delivering one webhook.
 *
 * @param at when the try ended, by the simulator's clock
 * @param field the subscribed field: {@code messages}, {@code user_preferences}, ...
 * @param kind what is in it: a status such as {@code delivered}, or the type of an inbound message
 * @param id the message the webhook is about, null for events about none
 * @param attempt from 1
 * @param status HTTP status of the receiver, 0 when it could not be reached
 * @param body the exact text that was signed and sent, empty where bodies are not kept
 */
public record WebhookAttempt(
        Instant at, String field, String kind, @Nullable String id, int attempt, int status, String body) {

    /** Whether the receiver took it: the platform takes 200 and nothing else for a yes. */
    public boolean taken() {
        return status == 200;
    }

    WebhookAttempt withoutBody() {
        return new WebhookAttempt(at, field, kind, id, attempt, status, "");
    }
}
