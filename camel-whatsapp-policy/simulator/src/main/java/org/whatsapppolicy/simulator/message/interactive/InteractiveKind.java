package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** One value of {@code interactive.type}. A new one is one class, named in {@link InteractiveType}. */
interface InteractiveKind {

    /** The value of {@code interactive.type}. */
    String name();

    /**
     * Checks the whole interactive object.
     *
     * @throws Refused with the documented code for the first mistake
     */
    ShownContent.Rich check(JsonNode interactive, MediaCheck media);
}
