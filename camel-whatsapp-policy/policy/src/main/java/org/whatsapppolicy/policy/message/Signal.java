package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * What tells a person something about a message of theirs without being a message itself. It goes to the same place as a
 * message, is no message to the policy, and opens no window. Immutable.
 */
public sealed interface Signal permits MarkRead, TypingIndicator {

    /** The platform's id of the person's message. */
    String messageId();

    /** The request body in Cloud API shape, without {@code messaging_product}. */
    Map<String, Object> body();

    /** Whether a body in Cloud API shape is meant as a signal: it has a {@code status} and no {@code type}. */
    static boolean isOne(Map<?, ?> body) {
        return body.containsKey("status") && !body.containsKey("type");
    }

    /**
     * Reads a signal in Cloud API shape.
     *
     * @throws InvalidMessageException naming what was expected
     */
    static Signal cloudApi(Map<?, ?> body) {
        Map<String, Object> request = JsonValues.copy(body);
        SignalShapes.SIGNAL.check("", request);
        String messageId = String.valueOf(request.get("message_id"));
        return request.containsKey("typing_indicator") ? new TypingIndicator(messageId) : new MarkRead(messageId);
    }
}
