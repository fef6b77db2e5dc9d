package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * Marks a message of the person as read, and all before it. Possible within 30 days; an id that the platform does not know is
 * refused with 131009.
 *
 * @param messageId the platform's id of the person's message
 */
public record MarkRead(String messageId) implements Signal {

    /** Checks that there is an id. */
    public MarkRead {
        SignalShapes.SIGNAL.check("", body(messageId));
    }

    @Override
    public Map<String, Object> body() {
        return body(messageId);
    }

    private static Map<String, Object> body(String messageId) {
        return JsonFields.with("status", "read").and("message_id", messageId).map();
    }
}
