package org.whatsapppolicy.policy.inbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message that nobody wrote: the platform tells that somebody's address or key changed. */
final class PersonChange {

    private PersonChange() {}

    /** What changed, or null when the message is an ordinary one. */
    static @Nullable EventKind kind(Map<?, ?> message) {
        if (!"system".equals(Json.text(message, "type"))) {
            return null;
        }
        String what = Json.text(message, "system", "type");
        return switch (what == null ? "" : what) {
            case "user_changed_number" -> EventKind.NUMBER_CHANGED;
            case "user_changed_user_id" -> EventKind.USER_ID_CHANGED;
            case "customer_identity_changed" -> EventKind.IDENTITY_CHANGED;
            default -> EventKind.UNKNOWN;
        };
    }
}
