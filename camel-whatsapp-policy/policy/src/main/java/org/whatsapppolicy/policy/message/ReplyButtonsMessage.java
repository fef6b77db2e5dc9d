package org.whatsapppolicy.policy.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with one to three buttons to answer with, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters
 * @param buttons one to three, with titles that differ
 * @param header above the text, or null
 * @param footer below it, at most 60 characters, or null
 */
public record ReplyButtonsMessage(
        String body,
        List<ReplyButton> buttons,
        @Nullable InteractiveHeader header,
        @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public ReplyButtonsMessage {
        buttons = List.copyOf(buttons);
        var unused = content(body, buttons, header, footer);
    }

    /** A text and its buttons. */
    public static ReplyButtonsMessage of(String body, ReplyButton... buttons) {
        return new ReplyButtonsMessage(body, List.of(buttons), null, null);
    }

    /** The same with something above the text. */
    public ReplyButtonsMessage withHeader(InteractiveHeader above) {
        return new ReplyButtonsMessage(body, buttons, above, footer);
    }

    /** The same with a line of at most 60 characters below the text. */
    public ReplyButtonsMessage withFooter(String below) {
        return new ReplyButtonsMessage(body, buttons, header, below);
    }

    @Override
    public MessageContent content() {
        return content(body, buttons, header, footer);
    }

    private static MessageContent content(
            String body, List<ReplyButton> buttons, @Nullable InteractiveHeader header, @Nullable String footer) {
        return Interactive.of("button")
                .header(header)
                .body(body)
                .footer(footer)
                .action(JsonFields.with(
                        "buttons", buttons.stream().map(ReplyButton::cloudApi).toList()));
    }

    @Override
    public String toString() {
        return "ReplyButtonsMessage[" + buttons.size() + "]";
    }
}
