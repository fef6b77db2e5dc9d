package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Why the business's own app and the platform parted: {@code disconnection_info}.
 *
 * @param reason {@code ACCOUNT_DISCONNECTED}, {@code BUSINESS_DOWNGRADE}, {@code CHANGE_NUMBER}, {@code
 *     COMPANION_INACTIVITY}, {@code PRIMARY_INACTIVITY} or {@code USER_RE_REGISTERED}
 * @param initiatedBy {@code USER} or {@code SYSTEM}
 */
public record Disconnection(String reason, String initiatedBy) implements AccountUpdate.Detail {

    @Override
    public void write(JsonBytes json) {
        json.object("disconnection_info")
                .put("reason", reason)
                .put("initiated_by", initiatedBy)
                .end();
    }
}
