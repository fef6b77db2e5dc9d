package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The display name of a number was decided on: {@code phone_number_name_update}.
 *
 * @param displayNumber in digits
 * @param decision {@code APPROVED}, {@code DEFERRED}, {@code PENDING} or {@code REJECTED}
 * @param rejection {@code NAME_...}, {@code UNKNOWN}, or null, which is written as such
 */
public record NumberName(
        String accountId,
        String displayNumber,
        String decision,
        String name,
        @Nullable String rejection) implements Event {

    @Override
    public String field() {
        return "phone_number_name_update";
    }

    @Override
    public String kind() {
        return decision;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("display_phone_number", displayNumber)
                .put("decision", decision)
                .put("requested_verified_name", name);
        if (rejection == null) {
            json.putNull("rejection_reason");
        } else {
            json.put("rejection_reason", rejection);
        }
    }
}
