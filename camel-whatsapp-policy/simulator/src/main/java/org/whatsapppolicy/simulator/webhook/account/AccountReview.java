package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The review of an account was decided: {@code account_review_update}.
 *
 * @param decision {@code APPROVED}, {@code REJECTED}, {@code PENDING} or {@code DEFERRED}
 */
public record AccountReview(String accountId, String decision) implements Event {

    @Override
    public String field() {
        return "account_review_update";
    }

    @Override
    public String kind() {
        return decision;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("decision", decision);
    }
}
