package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A template as the Graph API shows it. */
final class TemplateJson {

    private TemplateJson() {}

    /** All of it. */
    static ObjectNode of(StoredTemplate stored) {
        SimulatedTemplate template = stored.template();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", template.name())
                .put("parameter_format", stored.named() ? "NAMED" : "POSITIONAL")
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category())
                .put("id", Long.toString(stored.id()));
        node.putObject("quality_score").put("score", template.quality());
        ArrayNode components = node.putArray("components");
        if (template.headerFormat() != null) {
            ObjectNode header = components.addObject().put("type", "HEADER").put("format", template.headerFormat());
            if (!template.header().isEmpty()) {
                header.put("text", template.header());
            }
        }
        components.addObject().put("type", "BODY").put("text", template.body());
        if (!template.quickReplies().isEmpty()) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            template.quickReplies()
                    .forEach(label ->
                            buttons.addObject().put("type", "QUICK_REPLY").put("text", label));
        }
        return node;
    }
}
