package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.template.TemplateButton;

/** The buttons of a template: those a send fills in, and those that stand as approved. */
final class ButtonsFill {

    private static final String WHERE = "template.components.button";
    private static final Set<String> SUB_TYPES = Set.of(
            "quick_reply",
            "url",
            "copy_code",
            "flow",
            "catalog",
            "mpm",
            "spm",
            "voice_call",
            "phone_number",
            "request_contact_info",
            "order_details");

    private ButtonsFill() {}

    /** All buttons in the order shown. {@code bodyValues} are the texts in the body, as a code has to be told twice. */
    static List<ShownButton> of(List<TemplateButton> approved, List<JsonNode> sent, List<String> bodyValues) {
        if (approved.isEmpty() && sent.isEmpty()) {
            return List.of();
        }
        JsonNode[] byIndex = new JsonNode[approved.size()];
        for (JsonNode button : sent) {
            String subType = subType(button);
            int index = index(button);
            if (index >= approved.size()) {
                throw GraphErrors.refuse(132000, "buttons: the template has no button at index " + index);
            }
            if (!approved.get(index).subType().equals(subType)) {
                throw TextParameters.mismatch("buttons", approved.get(index).type(), subType.toUpperCase(Locale.ROOT));
            }
            if (byIndex[index] != null) {
                throw GraphErrors.invalid(WHERE + ".index");
            }
            byIndex[index] = button;
        }
        List<ShownButton> shown = new ArrayList<>(approved.size());
        for (int i = 0; i < approved.size(); i++) {
            shown.add(ButtonFill.of(approved.get(i), byIndex[i], i, bodyValues));
        }
        return shown;
    }

    private static String subType(JsonNode button) {
        String subType = button.path("sub_type").asText("").toLowerCase(Locale.ROOT);
        if (subType.isEmpty()) {
            throw GraphErrors.missing(WHERE + ".sub_type");
        }
        if (!SUB_TYPES.contains(subType)) {
            throw GraphErrors.invalid(WHERE + ".sub_type");
        }
        return subType;
    }

    private static int index(JsonNode button) {
        JsonNode index = button.path("index");
        if (Fields.absent(index)) {
            throw GraphErrors.missing(WHERE + ".index");
        }
        if (!index.asText().matches("[0-9]")) {
            throw GraphErrors.invalid(WHERE + ".index");
        }
        return index.asInt();
    }
}
