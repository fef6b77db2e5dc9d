package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a control path was asked.
 *
 * @param path what stood in the place of the {@code {names}} of the route, decoded
 * @param query the parameters of the query
 * @param body the JSON body; an empty object when there was none
 */
record Ask(Map<String, String> path, MultiMap query, JsonNode body) {

    String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    @Nullable
    String inQuery(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A count in the query, from 0 to {@code most}. */
    int count(String name, int usual, int most) {
        String value = inQuery(name);
        if (value == null) {
            return usual;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new BadAsk("found " + name + "=" + value + ", expected a whole number from 0 on");
        }
        return Math.min(Integer.parseInt(value), most);
    }

    /** A text of the body that has to be there. */
    String text(String field) {
        String value = textOrNull(field);
        if (value == null) {
            throw new BadAsk("found no \"" + field + "\" in the body, expected a text");
        }
        return value;
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new BadAsk("found \"" + field + "\": " + node.getNodeType() + ", expected a text");
        }
        return node.asText();
    }

    /** A whole number of the body. */
    long number(String field, long usual) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.canConvertToLong()) {
            throw new BadAsk("found \"" + field + "\": " + node.getNodeType() + ", expected a whole number");
        }
        return node.asLong();
    }
}
