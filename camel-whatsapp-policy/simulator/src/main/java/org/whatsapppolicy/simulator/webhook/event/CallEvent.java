package org.whatsapppolicy.simulator.webhook.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * A person calls, or a call ended: field {@code calls}.
 *
 * @param lasted how long it lasted; null while it begins
 */
public record CallEvent(
        SimulatedNumber number,
        SeenPerson person,
        String id,
        long seconds,
        @Nullable Duration lasted) implements ListedEvent {

    @Override
    public String field() {
        return "calls";
    }

    @Override
    public String kind() {
        return lasted == null ? "connect" : "terminate";
    }

    @Override
    public String list() {
        return "calls";
    }

    @Override
    public boolean tellsContact() {
        return true;
    }

    @Override
    public void contact(JsonBytes json) {
        person.contact(json);
    }

    /** The end of a call names who called by the phone number alone where there is one. */
    private @Nullable String told(SeenPerson caller) {
        return lasted == null || caller.waId() == null ? caller.userId() : null;
    }

    @Override
    public void element(JsonBytes json) {
        json.put("id", id)
                .put("from", person.waId())
                .put("from_user_id", told(person))
                .put("to", number.digits())
                .put("event", kind())
                .put("timestamp", Long.toString(seconds))
                .put("direction", "USER_INITIATED");
        if (lasted == null) {
            json.object("session").put("sdp_type", "offer").put("sdp", "v=0").end();
        } else {
            json.put("status", "COMPLETED")
                    .put("start_time", Long.toString(seconds - lasted.toSeconds()))
                    .put("end_time", Long.toString(seconds))
                    .put("duration", lasted.toSeconds());
        }
    }
}
