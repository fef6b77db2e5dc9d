package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.token.Tokens;

/** How each error comes about: where the simulator finds the mistake itself, by making it; else as a fault. */
final class ErrorScenarios {

    private ErrorScenarios() {}

    static JsonNode play(Studio studio, String name, JsonNode sample) throws Exception {
        Tokens tokens = studio.simulator().tokens();
        return switch (name) {
            case "104-no-token" -> studio.sendWith(null, Studio.text("Hi"));
            case "200-no-token" -> studio.sendWith("Basic abc", Studio.text("Hi"));
            case "200-asset" -> {
                tokens.addFor("elsewhere", "999");
                yield studio.sendWith("Bearer elsewhere", Studio.text("Hi"));
            }
            case "190-malformed" -> studio.sendWith("Bearer never given out", Studio.text("Hi"));
            case "190-expired" -> {
                tokens.add("short", studio.simulator().clock().now().plusSeconds(1));
                studio.simulator().clock().advance(Duration.ofSeconds(2));
                yield studio.sendWith("Bearer short", Studio.text("Hi"));
            }
            case "190-invalidated" -> {
                tokens.add("gone").revoke("gone");
                yield studio.sendWith("Bearer gone", Studio.text("Hi"));
            }
            case "100-missing-object" -> studio.post("/v23.0/299999999999999/messages", Studio.text("Hi"));
            case "803" -> studio.get("/v23.0/kiln");
            case "131008" -> studio.send("{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"Hi\"}}");
            case "131009" -> studio.send(Studio.text("Hi").replace(Studio.PERSON, "kiln"));
            case "131021" -> studio.send(Studio.text("Hi").replace(Studio.PERSON, Studio.DISPLAY));
            case "131051" ->
                studio.send(
                        "{\"messaging_product\":\"whatsapp\",\"to\":\"" + Studio.PERSON + "\",\"type\":\"telegram\"}");
            case "132001" -> studio.send(Studio.template("no_such_template"));
            case "without-error-data" ->
                refused(studio, GraphErrors.of(sample.at("/error/code").asInt()).withoutDetails());
            case "unknown-code" ->
                refused(studio, GraphErrors.of(sample.at("/error/code").asInt(), "Not documented yet."));
            case "100-template-duplicate" ->
                refused(
                        studio,
                        GraphErrors.refuseWithWords(2388024, "Already there", "Choose another text.")
                                .error());
            case "80007-with-subcode" ->
                refused(
                        studio,
                        GraphErrors.of(80007)
                                .withSubcode(sample.at("/error/error_subcode").asInt())
                                .withoutDetails());
            case "139100" -> {
                studio.simulator().people().person(Studio.PERSON).writes("Hello?");
                yield studio.post(
                        "/v23.0/" + Studio.NUMBER + "/block_users",
                        "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"" + Studio.PERSON
                                + "\"},{\"user\":\"+447700900102\"}]}");
            }
            case "360dialog-invalid-api-key" -> {
                studio.simulator().dialogKeys().add("the key", Studio.NUMBER);
                yield studio.sendByKey("another key", Studio.text("Hi"));
            }
            case "twilio-63016" -> {
                ObjectNode form =
                        Payloads.REQUEST.read("twilio-form").path("form").deepCopy();
                form.remove(List.of("ContentSid", "ContentVariables"));
                yield studio.form(
                        "/2010-04-01/Accounts/AC1/Messages.json",
                        form.put("Body", "Hi").put("To", "whatsapp:+447700900177"));
            }
            default -> fault(studio, sample);
        };
    }

    private static JsonNode fault(Studio studio, JsonNode sample) throws Exception {
        JsonNode wanted = sample.path("error");
        GraphError error = GraphErrors.of(wanted.path("code").asInt());
        if (wanted.has("error_subcode")) {
            error = error.withSubcode(wanted.path("error_subcode").asInt());
        }
        return refused(studio, error);
    }

    private static JsonNode refused(Studio studio, GraphError error) throws Exception {
        studio.simulator().faults().clear().next(Fault.error(error));
        return studio.send(Studio.text("Hi"));
    }
}
