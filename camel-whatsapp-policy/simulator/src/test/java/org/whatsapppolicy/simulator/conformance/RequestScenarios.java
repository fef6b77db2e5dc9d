package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Where each request goes, and what has to have happened before. */
final class RequestScenarios {

    private static final Map<String, String> TYPES = Map.of(
            "image", "image/jpeg",
            "video", "video/mp4",
            "audio", "audio/ogg",
            "document", "text/plain",
            "sticker", "image/webp");

    private RequestScenarios() {}

    static JsonNode play(Studio studio, String name, JsonNode sample) throws Exception {
        ObjectNode request = sample.deepCopy();
        uploadMedia(studio, request);
        String number = "/v23.0/" + Studio.NUMBER;
        String account = "/v23.0/" + Studio.ACCOUNT;
        return switch (name) {
            case "block-users" -> {
                studio.simulator().people().person(Studio.PERSON).writes("Hello?");
                studio.simulator()
                        .people()
                        .person(request.at("/block_users/1/user_id").asText())
                        .writes("Hello?");
                yield studio.post(number + "/block_users", request.toString());
            }
            case "mark-read", "typing-indicator" -> {
                String written =
                        studio.simulator().people().person(Studio.PERSON).writes("Hello?");
                yield studio.send(request.put("message_id", written).toString());
            }
            case "reaction", "reaction-remove" -> {
                String written =
                        studio.simulator().people().person(Studio.PERSON).writes("Hello?");
                if (request.path("reaction").has("message_id")) {
                    ((ObjectNode) request.path("reaction")).put("message_id", written);
                }
                yield studio.send(request.toString());
            }
            case "text-reply" -> {
                String written =
                        studio.simulator().people().person(Studio.PERSON).writes("Hello?");
                if (request.path("context").has("message_id")) {
                    ((ObjectNode) request.path("context")).put("message_id", written);
                }
                yield studio.send(request.toString());
            }
            case "marketing-messages" -> studio.post(number + "/marketing_messages", request.toString());
            case "register" -> studio.post(number + "/register", request.toString());
            case "two-step-pin" -> studio.post(number, request.toString());
            case "signup-create" -> studio.post(account + "/signups", request.toString());
            case "template-create-authentication", "template-create-marketing" ->
                studio.post(
                        account + "/message_templates",
                        request.put("name", "new_" + name.replace('-', '_')).toString());
            case "thread-control-pass", "thread-control-release" ->
                studio.post(number + "/thread_control", request.toString());
            case "direct-send-utility", "direct-send-utility-ttl" -> {
                studio.simulator().terms(Studio.ACCOUNT).directSend(true);
                JsonNode answer = studio.send(request.toString());
                studio.simulator().terms(Studio.ACCOUNT).directSend(false);
                yield answer;
            }
            case "twilio-form" -> {
                studio.simulator()
                        .twilioContents()
                        .add(request.at("/form/ContentSid").asText(), "bowl_ready", "en_US");
                yield studio.form(request.path("path").asText(), request.path("form"));
            }
            default -> studio.send(request.toString());
        };
    }

    /** Gives the media in a request ids of uploads, wherever they stand. */
    private static void uploadMedia(Studio studio, JsonNode node) throws Exception {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String mimeType = TYPES.get(field.getKey());
            if (mimeType != null && field.getValue().has("id")) {
                ((ObjectNode) field.getValue())
                        .put("id", studio.upload(mimeType).path("id").asText());
            }
        }
        for (JsonNode inner : node) {
            uploadMedia(studio, inner);
        }
    }
}
