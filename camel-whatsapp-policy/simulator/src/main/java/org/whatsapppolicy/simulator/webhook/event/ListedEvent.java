package org.whatsapppolicy.simulator.webhook.event;

import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * An event that is one element of a list in {@code value}, after the metadata of its number: a message, a status, a
 * preference. Several of one number can share a value.
 */
public interface ListedEvent extends Event {

    @Override
    SimulatedNumber number();

    @Override
    default String accountId() {
        return number().accountId();
    }

    /** The name of the list: {@code messages}, {@code statuses}, ... */
    String list();

    /** Whether {@code contacts} has an entry for this event. */
    boolean tellsContact();

    /** Writes the members of the entry in {@code contacts}. */
    void contact(JsonBytes json);

    /** Writes the members of the element. */
    void element(JsonBytes json);

    /** Writes what stands beside the lists; an event that has any shares its value with nobody. */
    default void beside(JsonBytes json) {}

    /** Whether it can stand in one value with others of its list. */
    default boolean sociable() {
        return true;
    }

    @Override
    default void value(JsonBytes json) {
        Values.of(this, json);
    }
}
