package org.whatsapppolicy.policy.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with a list to choose one thing from, possible only inside an open service window.
 *
 * @param body the text, at most 4096 characters
 * @param button what opens the list, at most 20 characters
 * @param sections one to ten, with ten rows in all of them together
 * @param header above the text, or null
 * @param footer below it, at most 60 characters, or null
 */
public record ListMessage(
        String body,
        String button,
        List<ListSection> sections,
        @Nullable InteractiveHeader header,
        @Nullable String footer)
        implements OutboundMessage {

    /** Checks the limits. */
    public ListMessage {
        sections = List.copyOf(sections);
        var unused = content(body, button, sections, header, footer);
    }

    /** A text, what opens the list, and its sections. */
    public static ListMessage of(String body, String button, ListSection... sections) {
        return new ListMessage(body, button, List.of(sections), null, null);
    }

    /** The same with something above the text. */
    public ListMessage withHeader(InteractiveHeader above) {
        return new ListMessage(body, button, sections, above, footer);
    }

    /** The same with a line of at most 60 characters below the text. */
    public ListMessage withFooter(String below) {
        return new ListMessage(body, button, sections, header, below);
    }

    @Override
    public MessageContent content() {
        return content(body, button, sections, header, footer);
    }

    private static MessageContent content(
            String body,
            String button,
            List<ListSection> sections,
            @Nullable InteractiveHeader header,
            @Nullable String footer) {
        return Interactive.of("list")
                .header(header)
                .body(body)
                .footer(footer)
                .action(JsonFields.with("button", button)
                        .and(
                                "sections",
                                sections.stream().map(ListSection::cloudApi).toList()));
    }

    @Override
    public String toString() {
        return "ListMessage[" + sections.size() + "]";
    }
}
