package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code interactive}: known kinds, a body where one is needed, and an action of the right outline. */
final class InteractiveType implements MessageType {

    private static final Set<String> KINDS = Set.of(
            "button",
            "list",
            "cta_url",
            "flow",
            "product",
            "product_list",
            "catalog_message",
            "location_request_message",
            "address_message",
            "contact_request",
            "call_permission_request",
            "carousel",
            "order_details",
            "order_status");
    private static final Set<String> WITHOUT_BODY = Set.of("product");
    private static final int LONGEST_BODY = 4096;

    @Override
    public String name() {
        return "interactive";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "interactive");
        String kind = Fields.text(object.path("type"), "interactive.type", 64);
        if (!KINDS.contains(kind)) {
            throw GraphErrors.invalid("interactive.type");
        }
        if (!WITHOUT_BODY.contains(kind)) {
            Fields.text(object.path("body").path("text"), "interactive.body.text", LONGEST_BODY);
        }
        Fields.optionalText(object.path("footer").path("text"), "interactive.footer.text", 60);
        JsonNode action = Fields.object(object.path("action"), "interactive.action");
        if (kind.equals("button")) {
            buttons(Fields.array(action.path("buttons"), "interactive.action.buttons", 1, 3));
        } else if (kind.equals("list")) {
            Fields.text(action.path("button"), "interactive.action.button", 20);
            rows(Fields.array(action.path("sections"), "interactive.action.sections", 1, 10));
        }
        return Content.freeForm(new ShownContent.Other(name(), object.toString()));
    }

    private static void buttons(JsonNode buttons) {
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            JsonNode reply = Fields.object(button.path("reply"), "interactive.action.buttons.reply");
            Fields.text(reply.path("id"), "interactive.action.buttons.reply.id", 256);
            if (!titles.add(Fields.text(reply.path("title"), "interactive.action.buttons.reply.title", 20))) {
                throw GraphErrors.invalid("interactive.action.buttons.reply.title");
            }
        }
    }

    private static void rows(JsonNode sections) {
        int rows = 0;
        for (JsonNode section : sections) {
            for (JsonNode row : Fields.array(section.path("rows"), "interactive.action.sections.rows", 1, 10)) {
                Fields.text(row.path("id"), "interactive.action.sections.rows.id", 200);
                Fields.text(row.path("title"), "interactive.action.sections.rows.title", 24);
                rows++;
            }
        }
        if (rows > 10) {
            throw GraphErrors.invalid("interactive.action.sections.rows");
        }
    }
}
