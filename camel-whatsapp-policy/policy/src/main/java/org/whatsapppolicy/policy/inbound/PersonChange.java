package org.whatsapppolicy.policy.inbound;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;

/**
 * A message that nobody wrote: the platform tells that somebody's address or key changed.
 *
 * @param now the addresses they have from now on
 * @param before those they had
 */
record PersonChange(List<Recipient> now, List<Recipient> before) {

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

    /** Who has which addresses now, or null when the message names no new one or none that was left. */
    static @Nullable PersonChange read(Map<?, ?> message, RecipientReader recipients) {
        Map<?, ?> system = Json.object(message.get("system"));
        List<Recipient> now = WebhookReader.people(
                recipients,
                Json.text(system, "wa_id"),
                Json.text(system, "user_id"),
                Json.text(system, "parent_user_id"));
        // A message about a new number still comes from the old one; one about a new user id comes from the new one.
        String from = Json.text(system, "wa_id") == null ? null : Json.text(message, "from");
        List<Recipient> before = WebhookReader.people(
                recipients, from, Json.text(system, "previous_user_id"), Json.text(system, "previous_parent_user_id"));
        List<Recipient> left =
                before.stream().filter(address -> !now.contains(address)).toList();
        return now.isEmpty() || left.isEmpty() ? null : new PersonChange(now, left);
    }
}
