package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code flow}: one button that opens a form. The form itself is not known here. */
final class FlowButton implements InteractiveKind {

    private static final String PARAMETERS = "interactive.action.parameters";

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.ANY_HEADER, 1024);
        JsonNode parameters = Action.parameters(Action.named(interactive, "flow"));
        if (!Fields.id(parameters.path("flow_message_version"), PARAMETERS + ".flow_message_version")
                .equals("3")) {
            throw GraphErrors.invalid(PARAMETERS + ".flow_message_version");
        }
        String label = Fields.text(parameters.path("flow_cta"), PARAMETERS + ".flow_cta", 30);
        if (label.codePoints().anyMatch(FlowButton::emoji)) {
            throw GraphErrors.invalid(PARAMETERS + ".flow_cta");
        }
        Fields.oneOf(parameters.path("mode"), PARAMETERS + ".mode", "published", "draft");
        Fields.oneOf(parameters.path("flow_action"), PARAMETERS + ".flow_action", "navigate", "data_exchange");
        Fields.optionalText(parameters.path("flow_token"), PARAMETERS + ".flow_token", 1024);
        payload(parameters.path("flow_action_payload"));
        return frame.with(new ShownButton(ShownButton.Kind.FLOW, label, flow(parameters)));
    }

    private static String flow(JsonNode parameters) {
        boolean byId = !Fields.absent(parameters.path("flow_id"));
        boolean byName = !Fields.absent(parameters.path("flow_name"));
        if (byId && byName) {
            throw GraphErrors.badParameter("Only one of the params flow_id and flow_name is possible.");
        }
        return byName
                ? Fields.text(parameters.path("flow_name"), PARAMETERS + ".flow_name", 200)
                : Fields.id(parameters.path("flow_id"), PARAMETERS + ".flow_id");
    }

    private static void payload(JsonNode payload) {
        if (Fields.absent(payload)) {
            return;
        }
        Fields.text(
                Fields.object(payload, PARAMETERS + ".flow_action_payload").path("screen"),
                PARAMETERS + ".flow_action_payload.screen",
                200);
        JsonNode data = payload.path("data");
        if (!Fields.absent(data) && (!data.isObject() || data.isEmpty())) {
            throw GraphErrors.invalid(PARAMETERS + ".flow_action_payload.data");
        }
    }

    private static boolean emoji(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL || Character.getType(c) == Character.SURROGATE;
    }
}
