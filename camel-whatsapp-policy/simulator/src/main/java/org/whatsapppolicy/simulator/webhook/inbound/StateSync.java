package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;
import org.whatsapppolicy.simulator.webhook.event.ListedEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;

/**
 * An entry of the address book of the business's own app was added or removed: {@code smb_app_state_sync}.
 *
 * @param removed whether it is gone
 */
public record StateSync(SimulatedNumber number, SeenPerson person, boolean removed, long seconds)
        implements ListedEvent {

    @Override
    public String field() {
        return "smb_app_state_sync";
    }

    @Override
    public String kind() {
        return removed ? "remove" : "add";
    }

    @Override
    public String list() {
        return "state_sync";
    }

    @Override
    public boolean tellsContact() {
        return false;
    }

    @Override
    public void contact(JsonBytes json) {}

    @Override
    public void element(JsonBytes json) {
        json.put("type", "contact").object("contact");
        if (!removed) {
            int blank = person.name().indexOf(' ');
            json.put("full_name", person.name())
                    .put("first_name", blank < 0 ? person.name() : person.name().substring(0, blank));
        }
        json.put("phone_number", person.waId());
        if (!removed) {
            json.put("user_id", person.userId()).put("username", person.username());
        }
        json.end().put("action", kind());
        json.object("metadata").put("timestamp", Long.toString(seconds)).end();
    }
}
