package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code button}: up to three buttons, whose titles and ids differ. */
final class ReplyButtons implements InteractiveKind {

    private static final String BUTTONS = "interactive.action.buttons";
    private static final int MOST = 3;

    @Override
    public String name() {
        return "button";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.ANY_HEADER, 1024);
        JsonNode buttons = Fields.array(Action.of(interactive).path("buttons"), BUTTONS, 1, MOST);
        Set<String> titles = new HashSet<>();
        Set<String> ids = new HashSet<>();
        List<ShownButton> shown = new ArrayList<>();
        for (JsonNode button : buttons) {
            Fields.oneOf(button.path("type"), BUTTONS + ".type", "reply");
            JsonNode reply = Fields.object(button.path("reply"), BUTTONS + ".reply");
            String id = Fields.text(reply.path("id"), BUTTONS + ".reply.id", 256);
            String title = Fields.text(reply.path("title"), BUTTONS + ".reply.title", 20);
            if (!id.equals(id.strip()) || !ids.add(id)) {
                throw GraphErrors.invalid(BUTTONS + ".reply.id");
            }
            if (!titles.add(title)) {
                throw GraphErrors.invalid(BUTTONS + ".reply.title");
            }
            shown.add(new ShownButton(ShownButton.Kind.REPLY, title, id));
        }
        return frame.with(shown, List.of(), List.of());
    }
}
