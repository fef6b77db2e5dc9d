package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** Authentication templates: their texts are the platform's, and there is one button, for the code. */
final class AuthenticationRule {

    private static final int LONGEST_EXPIRY = 90;
    private static final int LONGEST_LABEL = 25;

    private AuthenticationRule() {}

    static void check(JsonNode components) {
        boolean button = false;
        for (JsonNode component : components) {
            switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
                case "BODY" -> {
                    if (component.has("text")) {
                        throw GraphErrors.refuse(
                                2388072, "The body of an authentication template has no text of its own.");
                    }
                }
                case "FOOTER" -> expiry(component);
                case "BUTTONS" -> {
                    button(component.path("buttons"));
                    button = true;
                }
                default ->
                    throw GraphErrors.badParameter("An authentication template has a body, a footer and a button.");
            }
        }
        if (!button) {
            throw GraphErrors.badParameter("An authentication template needs a button of type OTP.");
        }
    }

    private static void expiry(JsonNode footer) {
        int minutes = footer.path("code_expiration_minutes").asInt(0);
        if (footer.has("text") || minutes < 1 || minutes > LONGEST_EXPIRY) {
            throw GraphErrors.refuse(2388073, "The footer needs code_expiration_minutes from 1 to 90.");
        }
    }

    private static void button(JsonNode buttons) {
        JsonNode button = buttons.path(0);
        if (buttons.size() != 1 || !ButtonsRule.type(button).equals("OTP")) {
            throw GraphErrors.badParameter("An authentication template needs one button of type OTP.");
        }
        if (!button.path("otp_type").asText("").toUpperCase(Locale.ROOT).matches("COPY_CODE|ONE_TAP|ZERO_TAP")) {
            throw GraphErrors.badParameter("otp_type must be one of {COPY_CODE, ONE_TAP, ZERO_TAP}.");
        }
        Texts.atMost(button.path("text").asText(""), LONGEST_LABEL, "A button's text");
    }
}
