package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;
import org.whatsapppolicy.simulator.webhook.event.ListedEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;

/**
 * A message the business sent from its own app: {@code smb_message_echoes}. It opens no window. The content may be an
 * {@link Edit} or a {@link Revocation}.
 */
public record Echo(SimulatedNumber number, SeenPerson person, String id, long seconds, Content content)
        implements ListedEvent {

    @Override
    public String field() {
        return "smb_message_echoes";
    }

    @Override
    public String kind() {
        return content.type();
    }

    @Override
    public String list() {
        return "message_echoes";
    }

    @Override
    public boolean tellsContact() {
        return true;
    }

    @Override
    public void contact(JsonBytes json) {
        person.contact(json);
    }

    @Override
    public void element(JsonBytes json) {
        json.put("from", number.digits())
                .put("to", person.waId())
                .put("to_user_id", person.userId())
                .put("to_parent_user_id", person.parentUserId())
                .put("id", id)
                .put("timestamp", Long.toString(seconds))
                .put("type", content.type());
        content.write(json);
    }
}
