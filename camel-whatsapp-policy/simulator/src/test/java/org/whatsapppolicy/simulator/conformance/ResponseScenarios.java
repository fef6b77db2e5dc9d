package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.fault.Fault;

/** How each answer comes about. */
final class ResponseScenarios {

    private static final String NUMBER = "/v23.0/" + Studio.NUMBER;
    private static final String ACCOUNT = "/v23.0/" + Studio.ACCOUNT;

    private ResponseScenarios() {}

    static JsonNode play(Studio studio, String name) throws Exception {
        return switch (name) {
            case "send-ok", "send-ok-wa-id-differs" -> studio.send(
                    Studio.text("Hi").replace(Studio.PERSON, "+5531987650001"));
            case "send-ok-bsuid" -> studio.send(request("text-bsuid"));
            case "send-group-ok" -> studio.send(request("text-group"));
            case "send-template-accepted" -> studio.send(Studio.template("studio_open"));
            case "send-template-paused" -> {
                studio.simulator().faults().next(Fault.templatePausedMeanwhile());
                yield studio.send(Studio.template("studio_open"));
            }
            case "marketing-messages-ok" -> studio.post(NUMBER + "/marketing_messages", request("marketing-messages"));
            case "mark-read-ok", "typing-indicator-ok" -> RequestScenarios.play(
                    studio,
                    name.replace("-ok", ""),
                    Payloads.REQUEST.read(name.replace("-ok", "")));
            default -> throw new AssertionError("no scenario for " + name);
        };
    }

    private static String request(String name) {
        return Payloads.REQUEST.read(name).toString();
    }
}
