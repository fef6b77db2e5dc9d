package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * One change to tell the receivers. Immutable. A new kind of event is one more class like this; {@code
 * simulator.webhooks().tell(event)} delivers it.
 */
public interface Event {

    /** The subscribed field: {@code messages}, {@code account_update}, ... */
    String field();

    /** What it is in short, for the ledger: a status, the type of a message, an event's name. */
    String kind();

    /** The message it is about; null for none. */
    default @Nullable String id() {
        return null;
    }

    /** The account (WABA) it belongs to. */
    String accountId();

    /** The number it came in at or went out from, whose own URL it goes to; null for events of an account. */
    default @Nullable SimulatedNumber number() {
        return null;
    }

    /** Whether the entry around it carries the time, as those of accounts do. */
    default boolean timed() {
        return number() == null;
    }

    /** Writes the members of {@code value}. */
    void value(JsonBytes json);
}
