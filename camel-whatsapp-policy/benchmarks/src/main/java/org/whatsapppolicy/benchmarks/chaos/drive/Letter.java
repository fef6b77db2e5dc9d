package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What stands in a request to send.
 *
 * @param to the phone number, with plus sign
 * @param id our id of the message
 * @param purpose told by the template: each purpose has its own
 * @param key the idempotency key, which is written into each message
 * @param data what the platform gives back with a status: our id, and which attempt it is
 */
public record Letter(String to, String id, String purpose, String key, String data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Letter read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode template = json.path("template");
            String text = template.isMissingNode()
                    ? json.path("text").path("body").asText()
                    : template.path("components")
                            .path(0)
                            .path("parameters")
                            .path(0)
                            .path("text")
                            .asText();
            String purpose =
                    template.isMissingNode() ? "chat" : template.path("name").asText();
            String data = json.path("biz_opaque_callback_data").asText();
            return new Letter(json.path("to").asText(), message(data), purpose, Canary.key(text), data);
        } catch (JsonProcessingException e) {
            return new Letter("", "", "", "", "");
        }
    }

    /** Our id in what comes back with a status; behind a colon stands which attempt it was, when not the first. */
    public static String message(String callbackData) {
        int colon = callbackData.indexOf(':');
        return colon < 0 ? callbackData : callbackData.substring(0, colon);
    }
}
