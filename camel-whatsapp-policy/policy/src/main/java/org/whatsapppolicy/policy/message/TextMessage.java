package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A free-form text, possible only inside an open service window.
 *
 * @param body what it says, at most 4096 characters
 * @param previewUrl whether the platform shows a preview of the first link
 * @param replyTo the platform's id of the message it quotes, or null
 */
public record TextMessage(
        String body, boolean previewUrl, @Nullable String replyTo) implements OutboundMessage {

    /** A text without preview that quotes nothing. */
    public static TextMessage of(String body) {
        return new TextMessage(body, false, null);
    }

    /** The same with a preview of its first link. */
    public TextMessage withPreviewUrl() {
        return new TextMessage(body, true, replyTo);
    }

    /** The same as an answer that quotes a message by the platform's id. */
    public TextMessage inReplyTo(String wamid) {
        return new TextMessage(body, previewUrl, wamid);
    }

    @Override
    public MessageContent content() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "text");
        request.put("text", previewUrl ? Map.of("body", body, "preview_url", true) : Map.of("body", body));
        if (replyTo != null) {
            request.put("context", Map.of("message_id", replyTo));
        }
        return MessageReader.cloudApi(request);
    }

    @Override
    public String toString() {
        return "TextMessage[" + body.codePointCount(0, body.length()) + " characters]";
    }
}
