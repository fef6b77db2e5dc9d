package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;

/**
 * A person as a number of the business sees it at one moment: phone number and ids only where the platform shows them.
 *
 * @param name the profile name
 * @param username without the leading at sign; null for a person without one
 * @param waId the phone number in digits; null where the platform leaves it out
 * @param userId the business-scoped user id; null before there were any
 * @param parentUserId the one for linked portfolios; null for others
 */
public record SeenPerson(
        String name,
        @Nullable String username,
        @Nullable String waId,
        @Nullable String userId,
        @Nullable String parentUserId) {

    /** Writes the members of its entry in {@code contacts}. */
    public void contact(JsonBytes json) {
        json.object("profile").put("name", name).put("username", username).end();
        json.put("wa_id", waId).put("user_id", userId).put("parent_user_id", parentUserId);
    }

    /** Writes it as the sender of a message. */
    public void sender(JsonBytes json) {
        json.put("from", waId).put("from_user_id", userId).put("from_parent_user_id", parentUserId);
    }
}
