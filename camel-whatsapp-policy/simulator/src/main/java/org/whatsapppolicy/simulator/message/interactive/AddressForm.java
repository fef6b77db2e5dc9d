package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code address_message}: asks for a postal address. For people in India only. */
final class AddressForm implements InteractiveKind {

    private static final String PARAMETERS = "interactive.action.parameters";

    @Override
    public String name() {
        return "address_message";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.ANY_HEADER, 1024);
        JsonNode parameters = Action.parameters(Action.named(interactive, "address_message"));
        if (!Fields.text(parameters.path("country"), PARAMETERS + ".country", 2).equals("IN")) {
            throw GraphErrors.invalid(PARAMETERS + ".country");
        }
        optionalObject(parameters.path("values"), PARAMETERS + ".values");
        optionalObject(parameters.path("validation_errors"), PARAMETERS + ".validation_errors");
        if (!Fields.absent(parameters.path("saved_addresses"))) {
            Fields.array(parameters.path("saved_addresses"), PARAMETERS + ".saved_addresses", 0, 100);
        }
        return frame.with(new ShownButton(ShownButton.Kind.ADDRESS, "", ""));
    }

    private static void optionalObject(JsonNode node, String name) {
        if (!Fields.absent(node) && !node.isObject()) {
            throw GraphErrors.invalid(name);
        }
    }
}
