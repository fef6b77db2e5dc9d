package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** The questions every validator asks of a JSON object, and the refusals they end in. */
public final class Fields {

    private Fields() {}

    /** A required object. */
    public static JsonNode object(JsonNode node, String name) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        if (!node.isObject()) {
            throw GraphErrors.invalid(name);
        }
        return node;
    }

    /** A required array of so many elements. */
    public static JsonNode array(JsonNode node, String name, int atLeast, int atMost) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        if (!node.isArray() || node.size() < atLeast || node.size() > atMost) {
            throw GraphErrors.invalid(name);
        }
        return node;
    }

    /** A required text. Too long is answered with 100, as unknown parameters are. */
    public static String text(JsonNode node, String name, int longest) {
        String text = optionalText(node, name, longest);
        if (text == null || text.isBlank()) {
            throw GraphErrors.missing(name);
        }
        return text;
    }

    /** A text that may be left out. Lengths are characters as people count them, not Java's. */
    public static @Nullable String optionalText(JsonNode node, String name, int longest) {
        if (absent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw GraphErrors.invalid(name);
        }
        String text = node.textValue();
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            throw GraphErrors.badParameter("Param " + name + " must be at most " + longest + " characters long.");
        }
        return text;
    }

    /** A required id, which clients write as a text or as a number. */
    public static String id(JsonNode node, String name) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        String id = node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
        if (id.isBlank()) {
            throw GraphErrors.invalid(name);
        }
        return id;
    }

    /** A truth value that may be left out, which clients write as such or as a text. */
    public static boolean optionalBoolean(JsonNode node, String name) {
        if (absent(node)) {
            return false;
        }
        if (!node.isBoolean() && !node.asText().equals("true") && !node.asText().equals("false")) {
            throw GraphErrors.invalid(name);
        }
        return node.asBoolean();
    }

    /** A required number in that range, which clients write as such or as a text. */
    public static double number(JsonNode node, String name, double from, double to) {
        if (absent(node)) {
            throw GraphErrors.missing(name);
        }
        double value = node.asDouble(Double.NaN);
        if (!(value >= from && value <= to)) {
            throw GraphErrors.invalid(name);
        }
        return value;
    }

    /** One of a few words; the usual one where it was left out. */
    public static String oneOf(JsonNode node, String name, String usual, String... others) {
        if (absent(node)) {
            return usual;
        }
        String word = node.asText();
        if (word.equals(usual)) {
            return usual;
        }
        for (String other : others) {
            if (word.equals(other)) {
                return other;
            }
        }
        throw GraphErrors.invalid(name);
    }

    /** Refuses keys nobody knows. */
    public static void onlyKnown(JsonNode object, Set<String> known, String name) {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw GraphErrors.badParameter("Unexpected key \"" + key + "\" on param \"" + name + "\".");
            }
        }
    }

    /** Whether it was left out; null is the same as not there. */
    public static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
