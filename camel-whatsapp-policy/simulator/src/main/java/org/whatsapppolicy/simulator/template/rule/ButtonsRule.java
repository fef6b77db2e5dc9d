package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** Buttons: how many of each kind, in which order, and what is on them. */
final class ButtonsRule {

    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 25;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_PHONE = 20;
    private static final int LONGEST_CODE = 20;
    private static final Map<String, Integer> MOST_OF = Map.of("URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1);
    private static final Set<String> UNLABELLED = Set.of("COPY_CODE", "MPM", "SPM", "CATALOG", "REQUEST_CONTACT_INFO");
    private static final Set<String> LABELLED =
            Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "FLOW", "VOICE_CALL", "APP");

    private ButtonsRule() {}

    static void check(JsonNode component, int longestCode) {
        check(component.path("buttons"), MOST, longestCode);
    }

    static void check(JsonNode buttons, int most, int longestCode) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > most) {
            throw GraphErrors.badParameter("There have to be 1 to " + most + " buttons.");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode button : buttons) {
            String type = type(button);
            one(button, type, Math.min(LONGEST_CODE, longestCode));
            if (counts.merge(type, 1, Integer::sum) > MOST_OF.getOrDefault(type, most)) {
                throw GraphErrors.badParameter(
                        "There can be at most " + MOST_OF.get(type) + " buttons of type " + type + ".");
            }
        }
        grouped(buttons);
    }

    private static void one(JsonNode button, String type, int longestCode) {
        if (LABELLED.contains(type)) {
            Texts.atMost(Texts.required(button.path("text"), 100, "A button's text"), LONGEST_LABEL, "A button's text");
        } else if (!UNLABELLED.contains(type)) {
            throw GraphErrors.badParameter("A button's type is none of those known: " + type + ".");
        }
        switch (type) {
            case "URL" -> url(button);
            case "PHONE_NUMBER" ->
                Texts.atMost(
                        Texts.required(button.path("phone_number"), 100, "A button's phone_number"),
                        LONGEST_PHONE,
                        "A button's phone_number");
            case "COPY_CODE" -> {
                JsonNode example = button.path("example");
                String code = example.isArray() ? example.path(0).asText("") : example.asText("");
                if (code.isEmpty()) {
                    throw GraphErrors.badParameter("A button that copies a code needs an example.");
                }
                Texts.atMost(code, longestCode, "The code's example");
            }
            default -> {
                // A label is all there is to it.
            }
        }
    }

    private static void url(JsonNode button) {
        String url = Texts.required(button.path("url"), 100, "A button's url");
        Texts.atMost(url, LONGEST_URL, "A button's url");
        int variable = url.indexOf("{{");
        if (variable >= 0) {
            if (!url.endsWith("}}") || url.indexOf("{{", variable + 2) >= 0) {
                throw GraphErrors.badParameter("A button's url can have one variable, at its end.");
            }
            if (button.path("example").isEmpty()
                    && button.path("example").asText("").isEmpty()) {
                throw GraphErrors.badParameter("A button's url with a variable needs an example.");
            }
        }
    }

    private static void grouped(JsonNode buttons) {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            if (quickReply(buttons.get(i)) != quickReply(buttons.get(i - 1))) {
                changes++;
            }
        }
        if (changes > 1) {
            throw GraphErrors.badParameter("Quick replies have to stand together.");
        }
    }

    private static boolean quickReply(JsonNode button) {
        return type(button).equals("QUICK_REPLY");
    }

    static String type(JsonNode button) {
        return button.path("type").asText("").toUpperCase(Locale.ROOT);
    }
}
