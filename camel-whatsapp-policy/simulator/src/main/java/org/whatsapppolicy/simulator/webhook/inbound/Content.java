package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * What a person sends: the type of the message and its payload. One more type is one more class like these, and a method
 * of {@code Chat} for the person to send it. Implementations are immutable.
 */
public interface Content {

    /** The type, as in {@code type}. */
    String type();

    /** Writes the members the type brings: usually one object of the same name. */
    void write(JsonBytes json);

    /** Whether {@code contacts} and the sender's ids go with it; changes of ids are told without. */
    default boolean tellsContact() {
        return true;
    }
}
