package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A button of an approved template.
 *
 * @param type QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW, CATALOG, MPM, VOICE_CALL, SPM,
 *     REQUEST_CONTACT_INFO, ...
 * @param label as shown; empty where WhatsApp writes it itself
 * @param value the address, which may end in a variable, or the phone number; empty for others
 * @param otp COPY_CODE, ONE_TAP or ZERO_TAP for buttons of type OTP; empty for others
 */
public record TemplateButton(String type, String label, TextWithVariables value, String otp) {

    static TemplateButton of(JsonNode button) {
        String type = button.path("type").asText("").toUpperCase(Locale.ROOT);
        String value = button.path("url").asText(button.path("phone_number").asText(""));
        String otp = button.path("otp_type").asText("").toUpperCase(Locale.ROOT);
        return new TemplateButton(type, button.path("text").asText(""), TextWithVariables.of(value), otp);
    }

    /** The {@code sub_type} by which a send speaks of it. One-time passwords are sent as the end of an address. */
    public String subType() {
        return type.equals("OTP") ? "url" : type.toLowerCase(Locale.ROOT);
    }

    /** Whether a send has to fill something in. */
    public boolean needsParameter() {
        return switch (type) {
            case "OTP", "COPY_CODE", "MPM" -> true;
            case "URL" -> value.anyVariable();
            default -> false;
        };
    }
}
