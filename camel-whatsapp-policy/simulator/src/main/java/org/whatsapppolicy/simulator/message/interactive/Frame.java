package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownCard;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** What stands around the action: header, body and footer, checked by the rules of one kind. */
record Frame(
        String kind,
        @Nullable ShownContent header,
        String body,
        @Nullable String footer) {

    static final Set<String> NO_HEADER = Set.of();
    static final Set<String> TEXT_HEADER = Set.of("text");
    static final Set<String> ANY_HEADER = Set.of("text", "image", "video", "document");

    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_FOOTER = 60;

    /** A frame with a body, which most kinds insist on. */
    static Frame of(JsonNode interactive, MediaCheck media, Set<String> headers, int longestBody) {
        String body = Fields.text(
                Fields.object(interactive.path("body"), "interactive.body").path("text"),
                "interactive.body.text",
                longestBody);
        return new Frame(kind(interactive), header(interactive, media, headers), body, footer(interactive));
    }

    /** A frame whose body may be left out. */
    static Frame withoutBody(JsonNode interactive, MediaCheck media, Set<String> headers, int longestBody) {
        String body = Fields.optionalText(interactive.path("body").path("text"), "interactive.body.text", longestBody);
        return new Frame(
                kind(interactive), header(interactive, media, headers), body == null ? "" : body, footer(interactive));
    }

    private static String kind(JsonNode interactive) {
        return interactive.path("type").asText();
    }

    /** A header of one of these types, null when there is none. */
    static @Nullable ShownContent header(JsonNode owner, MediaCheck media, Set<String> allowed) {
        JsonNode header = owner.path("header");
        if (Fields.absent(header)) {
            return null;
        }
        if (allowed.isEmpty()) {
            throw GraphErrors.invalid("interactive.header");
        }
        String type = Fields.text(header.path("type"), "interactive.header.type", 64);
        if (!allowed.contains(type)) {
            throw GraphErrors.invalid("interactive.header.type");
        }
        if (!type.equals("text")) {
            return media.check(header.path(type), type, "interactive.header." + type);
        }
        return new ShownContent.Text(
                Fields.text(header.path("text"), "interactive.header.text", LONGEST_HEADER), false);
    }

    private static @Nullable String footer(JsonNode interactive) {
        JsonNode footer = interactive.path("footer");
        return Fields.absent(footer)
                ? null
                : Fields.text(footer.path("text"), "interactive.footer.text", LONGEST_FOOTER);
    }

    ShownContent.Rich with(ShownButton... buttons) {
        return with(List.of(buttons), List.of(), List.of());
    }

    ShownContent.Rich with(List<ShownButton> buttons, List<ShownSection> sections, List<ShownCard> cards) {
        return new ShownContent.Rich(kind, header, body, footer, buttons, sections, cards, null);
    }
}
