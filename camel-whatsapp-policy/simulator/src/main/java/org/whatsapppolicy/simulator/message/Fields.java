package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** The questions every validator asks of a JSON object, and the refusals they end in. */
final class Fields {

    private Fields() {}

    static JsonNode object(JsonNode node, String name) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        if (!node.isObject()) {
            throw GraphErrors.invalid(name);
        }
        return node;
    }

    static JsonNode array(JsonNode node, String name, int atLeast, int atMost) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        if (!node.isArray() || node.size() < atLeast || node.size() > atMost) {
            throw GraphErrors.invalid(name);
        }
        return node;
    }

    /** A required text. Too long is answered with 100, as unknown parameters are. */
    static String text(JsonNode node, String name, int longest) {
        String text = optionalText(node, name, longest);
        if (text == null || text.isBlank()) {
            throw GraphErrors.missing(name);
        }
        return text;
    }

    static @Nullable String optionalText(JsonNode node, String name, int longest) {
        if (absent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw GraphErrors.invalid(name);
        }
        String text = node.textValue();
        if (text.length() > longest) {
            throw GraphErrors.badParameter("Param " + name + " must be at most " + longest + " characters long.");
        }
        return text;
    }

    static boolean optionalBoolean(JsonNode node, String name) {
        if (absent(node)) {
            return false;
        }
        if (!node.isBoolean() && !node.asText().matches("true|false")) {
            throw GraphErrors.invalid(name);
        }
        return node.asBoolean();
    }

    static void number(JsonNode node, String name, double from, double to) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        double value = node.asDouble(Double.NaN);
        if (!(value >= from && value <= to)) {
            throw GraphErrors.invalid(name);
        }
    }

    static void onlyKnown(JsonNode object, Set<String> known, String name) {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw GraphErrors.badParameter("Unexpected key \"" + key + "\" on param \"" + name + "\".");
            }
        }
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
