package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The platform's note that a person changed the phone number. User ids change with it.
 *
 * @param name the profile name
 * @param from the old number in digits, which is also the sender of the note
 * @param to the new number in digits
 */
public record NumberChange(
        String name,
        String from,
        String to,
        @Nullable String userId,
        @Nullable String previousUserId) implements Content {

    @Override
    public String type() {
        return "system";
    }

    @Override
    public boolean tellsContact() {
        return false;
    }

    @Override
    public void write(JsonBytes json) {
        json.object("system")
                .put("body", "User " + name + " changed from " + from + " to " + to)
                .put("wa_id", to)
                .put("user_id", userId)
                .put("previous_user_id", previousUserId)
                .put("type", "user_changed_number")
                .end();
    }
}
