package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * Kinds that ask the person for one thing and have nothing to fill in but the body: {@code location_request_message},
 * {@code contact_request}, {@code call_permission_request}.
 */
record Asking(String name, String actionName, ShownButton.Kind button) implements InteractiveKind {

    Asking(String name, String actionName, String button) {
        this(name, actionName, ShownButton.Kind.valueOf(button));
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.NO_HEADER, 1024);
        Action.named(interactive, actionName);
        return frame.with(new ShownButton(button, "", ""));
    }
}
