package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Which policy was broken: {@code violation_info}.
 *
 * @param type such as {@code ADULT} or {@code DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_1}
 */
public record Violation(String type) implements AccountUpdate.Detail {

    @Override
    public void write(JsonBytes json) {
        json.object("violation_info").put("violation_type", type).end();
    }
}
