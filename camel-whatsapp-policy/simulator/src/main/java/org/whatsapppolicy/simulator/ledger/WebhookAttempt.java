package org.whatsapppolicy.simulator.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at delivering one webhook.
 *
 * @param begun when the try began, by the simulator's clock
 * @param at when the try ended, by the simulator's clock
 * @param field the subscribed field: {@code messages}, {@code user_preferences}, ...
 * @param kind what is in it: a status such as {@code delivered}, or the type of an inbound message
 * @param id the message the webhook is about, null for events about none
 * @param attempt from 1; 0 for one that was lost on purpose and never sent
 * @param status HTTP status of the receiver, 0 when it did not answer in time
 * @param body the exact text that was signed and sent, empty where bodies are not kept and for all but the first event
 *     of a batch
 * @param fault what was done to it on purpose: {@code lost}, {@code late}, {@code reordered}, {@code repeated} or {@code
 *     redelivered}; null for nothing
 * @param batch how many events the POST told
 */
public record WebhookAttempt(
        Instant begun,
        Instant at,
        String field,
        String kind,
        @Nullable String id,
        int attempt,
        int status,
        String body,
        @Nullable String fault,
        int batch) {

    /** A try at delivering one event on its own, with nothing done to it. */
    public WebhookAttempt(
            Instant at, String field, String kind, @Nullable String id, int attempt, int status, String body) {
        this(at, at, field, kind, id, attempt, status, body, null, 1);
    }

    /** Whether the receiver took it: the platform takes 200 and nothing else for a yes. */
    public boolean taken() {
        return status == 200;
    }

    WebhookAttempt withoutBody() {
        return new WebhookAttempt(begun, at, field, kind, id, attempt, status, "", fault, batch);
    }
}
