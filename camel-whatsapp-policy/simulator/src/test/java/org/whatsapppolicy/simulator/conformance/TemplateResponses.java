package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** How the answers of template management come about. */
final class TemplateResponses {

    private static final String ACCOUNT = "/v23.0/" + Studio.ACCOUNT;

    private TemplateResponses() {}

    static JsonNode play(Studio studio, String name) throws Exception {
        return switch (name) {
            case "message-template-create-ok" -> created(studio);
            case "template-delete-ok" -> studio.delete(ACCOUNT + "/message_templates?name=studio_open", null);
            default -> throw new AssertionError("no scenario for " + name);
        };
    }

    private static JsonNode created(Studio studio) throws Exception {
        return RequestScenarios.play(
                studio, "template-create-marketing", Payloads.REQUEST.read("template-create-marketing"));
    }
}
