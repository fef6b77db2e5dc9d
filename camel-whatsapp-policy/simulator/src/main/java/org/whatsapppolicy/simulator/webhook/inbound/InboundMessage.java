package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;
import org.whatsapppolicy.simulator.webhook.event.ListedEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.Summary;

/** A message of a person to a number. */
public record InboundMessage(
        SimulatedNumber number,
        SeenPerson person,
        String id,
        long seconds,
        Content content,
        Circumstances circumstances)
        implements ListedEvent {

    @Override
    public String field() {
        return "messages";
    }

    @Override
    public String kind() {
        return content.type();
    }

    @Override
    public String list() {
        return "messages";
    }

    @Override
    public boolean tellsContact() {
        return content.tellsContact();
    }

    @Override
    public void contact(JsonBytes json) {
        person.contact(json);
    }

    @Override
    public boolean sociable() {
        return circumstances.summary() == null;
    }

    @Override
    public void element(JsonBytes json) {
        if (circumstances.referral() != null) {
            circumstances.referral().write(json);
        }
        circumstances.writeContext(number.digits(), json);
        sender(json);
        json.put("group_id", circumstances.groupId())
                .put("id", id)
                .put("timestamp", Long.toString(seconds))
                .put("type", content.type());
        content.write(json);
        if (circumstances.identityHash() != null) {
            json.object("identity")
                    .put("acknowledged", true)
                    .put("created_timestamp", seconds)
                    .put("hash", circumstances.identityHash())
                    .end();
        }
    }

    /** The note about a new number comes from the old one; that about a new user id from the new id. */
    private void sender(JsonBytes json) {
        if (content instanceof NumberChange change) {
            json.put("from", change.from());
        } else {
            person.sender(json);
        }
    }

    @Override
    public void beside(JsonBytes json) {
        Summary.write(circumstances.summary(), json);
    }
}
