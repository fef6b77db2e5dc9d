package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The calling settings of a number changed: {@code account_settings_update}. Carries its time inside.
 */
public record AccountSettings(
        String accountId,
        String phoneNumberId,
        String callingStatus,
        String iconVisibility,
        String callbackPermission,
        long seconds)
        implements Event {

    @Override
    public boolean timed() {
        return false;
    }

    @Override
    public String field() {
        return "account_settings_update";
    }

    @Override
    public String kind() {
        return "PHONE_NUMBER_SETTINGS";
    }

    @Override
    public void value(JsonBytes json) {
        json.put("messaging_product", "whatsapp")
                .put("timestamp", Long.toString(seconds))
                .put("type", kind());
        json.object("phone_number_settings").put("phone_number_id", phoneNumberId);
        json.object("calling")
                .put("status", callingStatus)
                .put("call_icon_visibility", iconVisibility)
                .put("callback_permission_status", callbackPermission)
                .end()
                .end();
    }
}
