package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * A thread changed its owner: {@code messaging_handovers}. It has no metadata of the usual kind.
 *
 * @param taken whether control was taken, rather than passed
 * @param previousAppId the app that had it
 * @param previousAppRole {@code meta_business_agent} or null
 * @param previousRole {@code customer_service}, {@code marketing}, {@code utility}, {@code ctwa}, {@code ai_agent} or
 *     {@code escalation}
 * @param newRole the same
 * @param note free text that goes with it, null for none
 * @param summary a summary of the conversation so far, null for none
 */
public record Handover(
        SimulatedNumber number,
        SeenPerson person,
        boolean taken,
        String previousAppId,
        @Nullable String previousAppRole,
        String previousRole,
        String newRole,
        @Nullable String note,
        @Nullable String summary,
        long seconds)
        implements Event {

    @Override
    public String field() {
        return "messaging_handovers";
    }

    @Override
    public String kind() {
        return taken ? "control_taken" : "control_passed";
    }

    @Override
    public String accountId() {
        return number.accountId();
    }

    @Override
    public void value(JsonBytes json) {
        json.put("messaging_product", "whatsapp");
        json.object("sender")
                .put("phone_number", person.waId())
                .put("user_id", person.waId() == null ? person.userId() : null)
                .end();
        json.object("recipient")
                .put("phone_number_id", number.id())
                .put("display_phone_number", number.digits())
                .end();
        json.put("type", kind()).put("timestamp", Long.toString(seconds));
        json.object(kind())
                .put("previous_owner_app_id", previousAppId)
                .put("previous_owner_app_role", previousAppRole)
                .put("previous_owner_role", previousRole)
                .put("new_owner_role", newRole)
                .put("metadata", note);
        Summary.write(summary, json);
        json.end();
    }
}
