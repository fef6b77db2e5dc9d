package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * A free-form text, possible only inside an open service window.
 *
 * @param body what it says, at most 4096 characters
 * @param previewUrl whether the platform shows a preview of the first link
 */
public record TextMessage(String body, boolean previewUrl) implements OutboundMessage {

    /** Checks the limits. */
    public TextMessage {
        var unused = content(body, previewUrl);
    }

    /** A text without preview. */
    public static TextMessage of(String body) {
        return new TextMessage(body, false);
    }

    /** The same with a preview of its first link. */
    public TextMessage withPreviewUrl() {
        return new TextMessage(body, true);
    }

    @Override
    public MessageContent content() {
        return content(body, previewUrl);
    }

    private static MessageContent content(String body, boolean previewUrl) {
        Object text = JsonFields.with("body", body)
                .and("preview_url", previewUrl ? Boolean.TRUE : null)
                .map();
        return MessageReader.cloudApi(Map.of("type", "text", "text", text));
    }

    @Override
    public String toString() {
        return "TextMessage[" + body.codePointCount(0, body.length()) + " characters]";
    }
}
