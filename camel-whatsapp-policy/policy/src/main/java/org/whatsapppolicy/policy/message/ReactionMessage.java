package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * An emoji at a message of the person, possible only inside an open service window. The platform reports nothing of it but
 * {@code sent}; a message that is unknown, deleted, a reaction itself or older than 30 days fails later with 131009.
 *
 * @param messageId the platform's id of the message
 * @param emoji one emoji; empty takes an earlier reaction back
 */
public record ReactionMessage(String messageId, String emoji) implements OutboundMessage {

    /** Checks the limits. */
    public ReactionMessage {
        var unused = content(messageId, emoji);
    }

    /** Takes the reaction to a message back. */
    public static ReactionMessage removed(String messageId) {
        return new ReactionMessage(messageId, "");
    }

    @Override
    public MessageContent content() {
        return content(messageId, emoji);
    }

    private static MessageContent content(String messageId, String emoji) {
        Object reaction =
                JsonFields.with("message_id", messageId).and("emoji", emoji).map();
        return MessageReader.cloudApi(Map.of("type", "reaction", "reaction", reaction));
    }

    @Override
    public String toString() {
        return "ReactionMessage[]";
    }
}
