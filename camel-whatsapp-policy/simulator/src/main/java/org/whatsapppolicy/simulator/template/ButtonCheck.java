package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A button component: its kind, its place, and that it has parameters. */
final class ButtonCheck {

    private static final Set<String> KINDS =
            Set.of("quick_reply", "url", "copy_code", "flow", "catalog", "mpm", "voice_call");

    private ButtonCheck() {}

    static void button(JsonNode component) {
        String kind = component.path("sub_type").asText("").toLowerCase(Locale.ROOT);
        if (kind.isEmpty()) {
            throw GraphErrors.missing("template.components.sub_type");
        }
        if (!KINDS.contains(kind)) {
            throw GraphErrors.invalid("template.components.sub_type");
        }
        JsonNode index = component.path("index");
        if (index.isMissingNode()) {
            throw GraphErrors.missing("template.components.index");
        }
        if (!index.asText().matches("[0-9]")) {
            throw GraphErrors.invalid("template.components.index");
        }
    }
}
