package org.whatsapppolicy.simulator.template;

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
        node.set("components", template.components());
        return node;
    }
}
