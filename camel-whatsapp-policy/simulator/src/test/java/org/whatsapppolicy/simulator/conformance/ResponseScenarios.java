package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;

/** How each answer comes about. */
final class ResponseScenarios {

    private static final String NUMBER = "/v23.0/" + Studio.NUMBER;
    private static final String ACCOUNT = "/v23.0/" + Studio.ACCOUNT;
    private static final String OTHER_USER = "GB.48110000000000000002";

    private ResponseScenarios() {}

    static JsonNode play(Studio studio, String name) throws Exception {
        Simulator simulator = studio.simulator();
        SimulatedNumber number = simulator.numbers().get(Studio.NUMBER);
        return switch (name) {
            case "send-ok", "send-ok-wa-id-differs" ->
                studio.send(Studio.text("Hi").replace(Studio.PERSON, "+5531987650001"));
            case "send-ok-bsuid" -> studio.send(request("text-bsuid"));
            case "send-group-ok" -> studio.send(request("text-group"));
            case "send-template-accepted" -> studio.send(Studio.template("studio_open"));
            case "send-template-paused" -> {
                simulator.faults().next(Fault.templatePausedMeanwhile());
                yield studio.send(Studio.template("studio_open"));
            }
            case "marketing-messages-ok" -> studio.post(NUMBER + "/marketing_messages", request("marketing-messages"));
            case "mark-read-ok", "typing-indicator-ok", "register-ok", "two-step-pin-ok", "thread-control-ok" ->
                requested(studio, name.equals("thread-control-ok") ? "thread-control-pass" : name.replace("-ok", ""));
            case "deregister-ok" -> studio.post(NUMBER + "/deregister", "{}");
            case "request-code-ok" -> {
                number.codeVerificationStatus("NOT_VERIFIED");
                yield studio.post(NUMBER + "/request_code", "{\"code_method\":\"SMS\",\"language\":\"en_US\"}");
            }
            case "verify-code-ok" -> {
                play(studio, "request-code-ok");
                yield studio.post(NUMBER + "/verify_code", "{\"code\":\"" + number.verificationCode() + "\"}");
            }
            case "block-users-added" -> blocked(studio, "user", Studio.PERSON);
            case "block-users-added-bsuid" -> blocked(studio, "user_id", OTHER_USER);
            case "block-users-removed" -> {
                blocked(studio, "user", Studio.PERSON);
                yield studio.delete(NUMBER + "/block_users", users("user", Studio.PERSON));
            }
            case "block-users-list" -> {
                simulator.people().person(Studio.PERSON).withUserId(Studio.USER_ID);
                blocked(studio, "user", Studio.PERSON);
                blocked(studio, "user_id", OTHER_USER);
                yield studio.get(NUMBER + "/block_users");
            }
            case "debug-token-valid" -> {
                simulator.tokens().addFor("narrow", Studio.ACCOUNT);
                yield studio.get("/v23.0/debug_token?input_token=narrow");
            }
            case "debug-token-invalid" -> {
                simulator.tokens().add("gone").revoke("gone");
                yield studio.get("/v23.0/debug_token?input_token=gone");
            }
            case "health-status-available" -> studio.get(NUMBER + "?fields=health_status");
            case "health-status-limited" -> {
                number.status("FLAGGED");
                yield studio.get(NUMBER + "?fields=health_status");
            }
            case "health-status-blocked" -> {
                simulator.accounts().get(Studio.ACCOUNT).refuseSends(131042);
                yield studio.get(NUMBER + "?fields=health_status");
            }
            case "media-upload-ok" -> studio.upload("image/jpeg");
            case "media-get-ok" ->
                studio.get("/v23.0/" + studio.upload("image/jpeg").path("id").asText());
            case "media-delete-ok" ->
                studio.delete("/v23.0/" + studio.upload("image/jpeg").path("id").asText(), null);
            case "messaging-limit-ok" -> studio.get(NUMBER + "?fields=whatsapp_business_manager_messaging_limit");
            case "phone-number-ok",
                    "phone-number-flagged",
                    "phone-number-high-throughput",
                    "phone-number-restricted" -> {
                JsonNode sample = Payloads.RESPONSE.read(name);
                number.status(sample.path("status").asText());
                number.throughputLevel(sample.at("/throughput/level").asText());
                yield same(studio.get(NUMBER + "?fields=" + fields(sample)), sample, "status", "throughput");
            }
            case "phone-numbers-list" -> studio.get(ACCOUNT + "/phone_numbers");
            case "waba-get" -> studio.get(ACCOUNT + "?fields=" + fields(Payloads.RESPONSE.read(name)));
            case "subscribed-apps-ok" -> studio.post(ACCOUNT + "/subscribed_apps", "{}");
            case "signup-create-ok" -> requested(studio, "signup-create");
            case "signup-update-ok" ->
                studio.post(
                        "/v23.0/"
                                + requested(studio, "signup-create").path("id").asText(),
                        "{\"signup_message\":\"New glazes\"}");
            case "twilio-message-created" -> requested(studio, "twilio-form");
            default -> TemplateResponses.play(studio, name);
        };
    }

    private static JsonNode blocked(Studio studio, String key, String address) throws Exception {
        People people = studio.simulator().people();
        people.person(address).writes("Hello?");
        return studio.post(NUMBER + "/block_users", users(key, address));
    }

    private static String users(String key, String address) {
        return "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"" + key + "\":\"" + address + "\"}]}";
    }

    private static JsonNode requested(Studio studio, String name) throws Exception {
        return RequestScenarios.play(studio, name, Payloads.REQUEST.read(name));
    }

    static String request(String name) {
        return Payloads.REQUEST.read(name).toString();
    }

    static String fields(JsonNode sample) {
        return String.join(
                ",", sample.properties().stream().map(Map.Entry::getKey).toList());
    }

    /** The answer, once these fields say what they say in the sample. */
    private static JsonNode same(JsonNode answer, JsonNode sample, String... fields) {
        for (String field : List.of(fields)) {
            if (!answer.path(field).equals(sample.path(field))) {
                throw new AssertionError(field + " of " + answer);
            }
        }
        return answer;
    }
}
