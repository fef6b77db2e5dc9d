package org.whatsapppolicy.policy.message;

import org.jspecify.annotations.Nullable;

/**
 * Asks whether the business may call the person, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters, or null
 */
public record CallPermissionMessage(@Nullable String body) implements OutboundMessage {

    /** Checks the limits. */
    public CallPermissionMessage {
        var unused = content(body);
    }

    /** The question. */
    public static CallPermissionMessage of(String body) {
        return new CallPermissionMessage(body);
    }

    @Override
    public MessageContent content() {
        return content(body);
    }

    private static MessageContent content(@Nullable String body) {
        return Interactive.of("call_permission_request")
                .body(body)
                .action(JsonFields.with("name", "call_permission_request"));
    }

    @Override
    public String toString() {
        return "CallPermissionMessage[]";
    }
}
