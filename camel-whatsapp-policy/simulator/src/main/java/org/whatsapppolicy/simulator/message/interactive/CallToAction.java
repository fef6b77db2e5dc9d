package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code cta_url}: one button that opens an address. */
final class CallToAction implements InteractiveKind {

    @Override
    public String name() {
        return "cta_url";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        return Frame.of(interactive, media, Frame.ANY_HEADER, 1024).with(button(interactive));
    }

    /** The button of such a message, or of a card of that type. */
    static ShownButton button(JsonNode owner) {
        JsonNode parameters = Action.parameters(Action.named(owner, "cta_url"));
        String label = Fields.text(parameters.path("display_text"), "interactive.action.parameters.display_text", 20);
        String url = Fields.text(parameters.path("url"), "interactive.action.parameters.url", 2000);
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw GraphErrors.invalid("interactive.action.parameters.url");
        }
        return new ShownButton(ShownButton.Kind.URL, label, url);
    }
}
