package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** What a client handed in, whichever way it chose: query, form or JSON. */
final class Parameters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "access_token";

    private Parameters() {}

    /** The pairs of a query or form. Values that look like JSON structures are read as such, as clients write them. */
    static ObjectNode of(MultiMap pairs) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> pair : pairs) {
            parameters.set(pair.getKey(), value(pair.getValue()));
        }
        return parameters;
    }

    private static JsonNode value(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                // Then it is a text that happens to begin like that.
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** The members of a JSON body. An empty body has none. */
    static ObjectNode of(String body) {
        if (body.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Answered below, like any other body that is no object.
        }
        throw GraphErrors.badParameter("The request body is no JSON object.");
    }

    /** The parameters as the ledger may keep them: without the token. */
    static String withoutToken(ObjectNode parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.has(TOKEN) ? parameters.deepCopy().without(TOKEN).toString() : parameters.toString();
    }
}
