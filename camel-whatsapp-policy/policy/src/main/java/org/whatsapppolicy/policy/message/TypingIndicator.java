package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * Shows the person that an answer is being written, for 25 seconds or until it comes, and marks their message as read.
 *
 * @param messageId the platform's id of the person's message
 */
public record TypingIndicator(String messageId) implements Signal {

    /** Checks that there is an id. */
    public TypingIndicator {
        SignalShapes.SIGNAL.check("", body(messageId));
    }

    @Override
    public Map<String, Object> body() {
        return body(messageId);
    }

    private static Map<String, Object> body(String messageId) {
        return JsonFields.with("status", "read")
                .and("message_id", messageId)
                .and("typing_indicator", Map.of("type", "text"))
                .map();
    }
}
