package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;

/**
 * The {@code components} of a send, by type. What was left out is a missing node; a component without content is null.
 *
 * @param header its parameters
 * @param body its parameters
 * @param buttons the whole components
 * @param offer the parameters of the limited-time offer
 * @param carousel its cards
 */
record Components(JsonNode header, JsonNode body, List<JsonNode> buttons, JsonNode offer, JsonNode carousel) {

    private static final JsonNode NONE = MissingNode.getInstance();

    static Components of(JsonNode components, String where) {
        if (!Fields.absent(components) && !components.isArray()) {
            throw GraphErrors.invalid(where);
        }
        JsonNode header = NONE;
        JsonNode body = NONE;
        JsonNode offer = NONE;
        JsonNode carousel = NONE;
        List<JsonNode> buttons = new ArrayList<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText("").toLowerCase(Locale.ROOT);
            switch (type) {
                case "header" -> header = once(header, parameters(component, where), where);
                case "body" -> body = once(body, parameters(component, where), where);
                case "button" -> buttons.add(component);
                case "limited_time_offer" -> offer = once(offer, parameters(component, where), where);
                case "carousel" -> carousel = once(carousel, component.path("cards"), where);
                case "" -> throw GraphErrors.missing(where + ".type");
                default -> throw GraphErrors.invalid(where + ".type");
            }
        }
        return new Components(header, body, buttons, offer, carousel);
    }

    private static JsonNode parameters(JsonNode component, String where) {
        JsonNode parameters = component.path("parameters");
        if (!Fields.absent(parameters) && !parameters.isArray()) {
            throw GraphErrors.invalid(where + ".parameters");
        }
        return parameters.isMissingNode() ? NullNode.getInstance() : parameters;
    }

    private static JsonNode once(JsonNode earlier, JsonNode now, String where) {
        if (!earlier.isMissingNode()) {
            throw GraphErrors.invalid(where + ".type");
        }
        return now;
    }
}
