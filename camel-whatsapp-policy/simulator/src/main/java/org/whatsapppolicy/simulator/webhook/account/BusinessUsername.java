package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The business has, gets or loses a username: {@code business_username_updates}.
 *
 * @param displayNumber in digits
 * @param status {@code approved}, {@code reserved} or {@code deleted}
 */
public record BusinessUsername(String accountId, String displayNumber, String username, String status)
        implements Event {

    @Override
    public String field() {
        return "business_username_updates";
    }

    @Override
    public String kind() {
        return status;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("display_phone_number", displayNumber)
                .put("username", username)
                .put("status", status);
    }
}
