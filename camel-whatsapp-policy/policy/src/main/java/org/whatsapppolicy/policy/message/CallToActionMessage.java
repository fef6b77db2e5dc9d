package org.whatsapppolicy.policy.message;

import org.jspecify.annotations.Nullable;

/**
 * A text with one button that opens a web page, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters
 * @param button what the button says, at most 20 characters
 * @param url what it opens, http or https
 * @param header above the text, or null
 * @param footer below it, at most 60 characters, or null
 */
public record CallToActionMessage(
        String body,
        String button,
        String url,
        @Nullable InteractiveHeader header,
        @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public CallToActionMessage {
        var unused = content(body, button, url, header, footer);
    }

    /** A text, what the button says, and what it opens. */
    public static CallToActionMessage of(String body, String button, String url) {
        return new CallToActionMessage(body, button, url, null, null);
    }

    /** The same with something above the text. */
    public CallToActionMessage withHeader(InteractiveHeader above) {
        return new CallToActionMessage(body, button, url, above, footer);
    }

    /** The same with a line of at most 60 characters below the text. */
    public CallToActionMessage withFooter(String below) {
        return new CallToActionMessage(body, button, url, header, below);
    }

    static JsonFields link(String button, String url) {
        return JsonFields.with("name", "cta_url")
                .and(
                        "parameters",
                        JsonFields.with("display_text", button).and("url", url).map());
    }

    @Override
    public MessageContent content() {
        return content(body, button, url, header, footer);
    }

    private static MessageContent content(
            String body, String button, String url, @Nullable InteractiveHeader header, @Nullable String footer) {
        return Interactive.of("cta_url")
                .header(header)
                .body(body)
                .footer(footer)
                .action(link(button, url));
    }

    @Override
    public String toString() {
        return "CallToActionMessage[]";
    }
}
