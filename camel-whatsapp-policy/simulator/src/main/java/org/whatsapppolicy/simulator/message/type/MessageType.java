package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.Refused;

/** One value of {@code type}. A new type is one class, named in the list of types. Called by several threads at once. */
public interface MessageType {

    /** The value of {@code type}, which is also the name of the object that carries the content. */
    String name();

    /**
     * Checks the object of that name; a missing node when the client left it out.
     *
     * @throws Refused with the documented code for the first mistake
     */
    Content check(JsonNode object);
}
