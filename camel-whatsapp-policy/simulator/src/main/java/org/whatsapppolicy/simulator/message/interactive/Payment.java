package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code order_details} and {@code order_status}: payments, of which only the outline is checked. */
record Payment(String name, String actionName) implements InteractiveKind {

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.ANY_HEADER, 1024);
        JsonNode parameters = Action.parameters(Action.named(interactive, actionName));
        Fields.text(parameters.path("reference_id"), "interactive.action.parameters.reference_id", 60);
        return frame.with();
    }
}
