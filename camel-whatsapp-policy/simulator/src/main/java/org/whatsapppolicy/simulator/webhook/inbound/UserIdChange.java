package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** The platform's note that a person has another user id, where the phone number is not told. */
public record UserIdChange(
        String userId,
        String previousUserId,
        @Nullable String parentUserId,
        @Nullable String previousParentUserId) implements Content {

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
                .put("body", "User changed their business-scoped user ID")
                .put("user_id", userId)
                .put("previous_user_id", previousUserId)
                .put("parent_user_id", parentUserId)
                .put("previous_parent_user_id", previousParentUserId)
                .put("type", "user_changed_user_id")
                .end();
    }
}
