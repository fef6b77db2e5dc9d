package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/** How the answers of template management come about. */
final class TemplateResponses {

    private static final String ACCOUNT = "/v23.0/" + Studio.ACCOUNT;

    private TemplateResponses() {}

    static JsonNode play(Studio studio, String name) throws Exception {
        Templates templates = studio.simulator().templates();
        return switch (name) {
            case "message-template-create-ok" -> created(studio);
            case "message-template-create-category-changed" -> {
                templates.review().files("new_template_create_marketing", "UTILITY");
                yield created(studio);
            }
            case "message-template-get" -> {
                add(templates, Payloads.RESPONSE.read(name));
                yield studio.get("/v23.0/" + id(templates, "bowl_ready"));
            }
            case "message-templates-list" -> listed(studio);
            case "message-templates-list-direct-send" -> {
                studio.simulator().terms(Studio.ACCOUNT).directSend(true);
                studio.send(Studio.text("Dear 7781 of the studio.")
                        .replace("\"type\"", "\"category\":\"utility\",\"type\""));
                templates.announceCategory("direct_send_text_1", "en_US", "MARKETING");
                yield studio.get(ACCOUNT + "/message_templates?source=AUTO_GENERATED&fields="
                        + ResponseScenarios.fields(
                                Payloads.RESPONSE.read(name).path("data").path(0)));
            }
            case "send-template-held-for-quality-assessment" -> {
                templates.pacing().pace("studio_open", "en_US", 0, true);
                yield studio.send(Studio.template("studio_open"));
            }
            case "template-edit-ok" ->
                studio.post(
                        "/v23.0/" + id(templates, "studio_open"),
                        "{\"components\":[{\"type\":\"BODY\",\"text\":\"The studio is open.\"}]}");
            case "template-unpause-ok" -> {
                templates.pacing().pace("studio_open", "en_US", 0, false);
                studio.send(Studio.template("studio_open"));
                studio.simulator().clock().advance(Duration.ofHours(1));
                yield studio.post("/v23.0/" + id(templates, "studio_open") + "/unpause", "{}");
            }
            case "template-delete-ok" -> studio.delete(ACCOUNT + "/message_templates?name=studio_open", null);
            default -> throw new AssertionError("no scenario for " + name);
        };
    }

    /** The three templates of the sample: one in order, one paused, one filed under another category and rejected. */
    private static JsonNode listed(Studio studio) throws Exception {
        Templates templates = studio.simulator().templates();
        for (StoredTemplate known : templates.all()) {
            templates.delete(known.template().name(), known.template().language());
        }
        JsonNode sample = Payloads.RESPONSE.read("message-templates-list").path("data");
        add(templates, sample.path(0));
        add(templates, sample.path(1));
        JsonNode rejected = sample.path(2);
        templates
                .review()
                .rejects(
                        rejected.path("name").asText(),
                        rejected.path("rejected_reason").asText());
        ObjectNode draft = JsonNodeFactory.instance
                .objectNode()
                .put("name", rejected.path("name").asText())
                .put("language", "en_US")
                .put("category", "UTILITY");
        draft.set("components", rejected.path("components"));
        studio.post(ACCOUNT + "/message_templates", draft.toString());
        studio.simulator().clock().advance(Duration.ofMinutes(1));
        templates.category(rejected.path("name").asText(), "en_US", "MARKETING");
        return studio.get(ACCOUNT + "/message_templates");
    }

    private static void add(Templates templates, JsonNode listed) {
        templates.add(SimulatedTemplate.of(
                        listed.path("name").asText(),
                        listed.path("language").asText(),
                        listed.path("category").asText())
                .withStatus(listed.path("status").asText())
                .withQuality(listed.at("/quality_score/score").asText())
                .withComponents(listed.path("components")));
    }

    private static long id(Templates templates, String name) {
        return Objects.requireNonNull(templates.find(name, "en_US")).id();
    }

    private static JsonNode created(Studio studio) throws Exception {
        return RequestScenarios.play(
                studio, "template-create-marketing", Payloads.REQUEST.read("template-create-marketing"));
    }
}
