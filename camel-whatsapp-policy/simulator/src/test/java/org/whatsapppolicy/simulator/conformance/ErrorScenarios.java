package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
                studio.send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + Studio.PERSON
                        + "\",\"type\":\"telegram\"}");
            case "132001" -> studio.send(Studio.template("no_such_template"));
            default -> fault(studio, sample);
        };
    }

    private static JsonNode fault(Studio studio, JsonNode sample) throws Exception {
        int code = sample.at("/error/code").asInt();
        int subcode = sample.at("/error/error_subcode").asInt();
        studio.simulator().faults().clear().next(subcode == 0 ? Fault.error(code) : Fault.error(code, subcode));
        return studio.send(Studio.text("Hi"));
    }
}
