package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A note on limits, official status or the profile picture: {@code account_alerts}.
 *
 * @param entityType {@code BUSINESS}, {@code PHONE_NUMBER} or {@code CURRENT_STATUS_ID}
 * @param severity {@code CRITICAL}, {@code WARNING} or {@code INFORMATIONAL}
 * @param status {@code ACTIVE} or {@code NONE}
 * @param type {@code INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED}, {@code ..._FAILED}, {@code ..._NEED_MORE_INFO},
 *     {@code OBA_APPROVED}, {@code OBA_REJECTED} or {@code PROFILE_PICTURE_LOST}
 */
public record AccountAlert(
        String accountId,
        String entityType,
        String entityId,
        String severity,
        String status,
        String type,
        String description)
        implements Event {

    @Override
    public String field() {
        return "account_alerts";
    }

    @Override
    public String kind() {
        return type;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("entity_type", entityType).put("entity_id", entityId);
        json.object("alert_info")
                .put("alert_severity", severity)
                .put("alert_status", status)
                .put("alert_type", type)
                .put("alert_description", description)
                .end();
    }
}
