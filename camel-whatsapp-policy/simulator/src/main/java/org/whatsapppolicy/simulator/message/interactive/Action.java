package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;

/** The {@code action} of an interactive message. */
final class Action {

    private Action() {}

    static JsonNode of(JsonNode interactive) {
        return Fields.object(interactive.path("action"), "interactive.action");
    }

    /** An action that says once more what it is. */
    static JsonNode named(JsonNode interactive, String name) {
        JsonNode action = of(interactive);
        if (!Fields.text(action.path("name"), "interactive.action.name", 64).equals(name)) {
            throw GraphErrors.invalid("interactive.action.name");
        }
        return action;
    }

    static JsonNode parameters(JsonNode action) {
        return Fields.object(action.path("parameters"), "interactive.action.parameters");
    }
}
