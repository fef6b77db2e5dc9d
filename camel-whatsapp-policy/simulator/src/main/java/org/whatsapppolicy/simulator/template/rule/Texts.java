package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** The questions every rule asks of a text. */
final class Texts {

    private Texts() {}

    static String required(JsonNode node, int code, String where) {
        String text = node.isTextual() ? node.textValue() : "";
        if (text.isBlank()) {
            throw GraphErrors.refuse(code, where + " is required.");
        }
        return text;
    }

    static void atMost(String text, int longest, String where) {
        if (text.length() > longest) {
            throw GraphErrors.refuse(
                    2388040, where + " has " + text.length() + " characters, at most " + longest + " are allowed.");
        }
    }
}
