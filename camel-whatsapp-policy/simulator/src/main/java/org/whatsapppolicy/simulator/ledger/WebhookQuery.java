package org.whatsapppolicy.simulator.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question to the ledger about tries at delivering webhooks. Immutable; every condition narrows a copy, and every
 * answer reads anew.
 */
public final class WebhookQuery {

    private final Ledger ledger;
    private final Predicate<WebhookAttempt> condition;

    WebhookQuery(Ledger ledger, Predicate<WebhookAttempt> condition) {
        this.ledger = ledger;
        this.condition = condition;
    }

    /** Any further condition. */
    public WebhookQuery where(Predicate<WebhookAttempt> further) {
        return new WebhookQuery(ledger, condition.and(further));
    }

    /** Of that subscribed field, such as {@code messages}. */
    public WebhookQuery field(String name) {
        return where(attempt -> attempt.field().equals(name));
    }

    /** About that: a status such as {@code delivered}, or the type of an inbound message. */
    public WebhookQuery kind(String name) {
        return where(attempt -> attempt.kind().equals(name));
    }

    /** About that message. */
    public WebhookQuery about(String messageId) {
        return where(attempt -> messageId.equals(attempt.id()));
    }

    /** Answered with 200 by the receiver. */
    public WebhookQuery taken() {
        return where(WebhookAttempt::taken);
    }

    /** That ended at that instant or later, by the simulator's clock. */
    public WebhookQuery since(Instant from) {
        return where(attempt -> !attempt.at().isBefore(from));
    }

    /** With that text anywhere in the body; nothing is found where bodies are not kept. */
    public WebhookQuery containing(String text) {
        return where(attempt -> attempt.body().contains(text));
    }

    /** What matches, in the order in which the tries ended. A copy of the moment. */
    public List<WebhookAttempt> list() {
        return stream().toList();
    }

    /** What matches, one after the other; tries that end meanwhile may or may not be seen. */
    public Stream<WebhookAttempt> stream() {
        return ledger.attempts().filter(condition);
    }

    /** How many match. */
    public long count() {
        return stream().count();
    }
}
