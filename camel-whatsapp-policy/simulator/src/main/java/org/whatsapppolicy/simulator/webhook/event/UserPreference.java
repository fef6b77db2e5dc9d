package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * A person stopped or resumed marketing messages by WhatsApp's own menu, or signed up by a link.
 *
 * @param value {@code stop}, {@code resume} or {@code signup}
 * @param signupId which link, for {@code signup} only
 */
public record UserPreference(
        SimulatedNumber number,
        SeenPerson person,
        String value,
        @Nullable String signupId,
        long seconds) implements ListedEvent {

    @Override
    public String field() {
        return "user_preferences";
    }

    @Override
    public String kind() {
        return value;
    }

    @Override
    public String list() {
        return "user_preferences";
    }

    @Override
    public boolean tellsContact() {
        return true;
    }

    @Override
    public void contact(JsonBytes json) {
        person.contact(json);
    }

    @Override
    public void element(JsonBytes json) {
        json.put("wa_id", person.waId())
                .put("user_id", person.userId())
                .put("parent_user_id", person.parentUserId())
                .put("detail", detail())
                .put("category", "marketing_messages")
                .put("value", value)
                .put("signup_id", signupId)
                .put("timestamp", seconds);
    }

    private String detail() {
        return value.equals("signup")
                ? "User signed up via signup link"
                : "User requested to " + value + " marketing messages";
    }
}
