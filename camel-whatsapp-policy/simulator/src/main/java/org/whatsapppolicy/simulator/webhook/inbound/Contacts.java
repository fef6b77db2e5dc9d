package org.whatsapppolicy.simulator.webhook.inbound;

import java.util.List;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** Cards of other people, or the own number on request. */
public record Contacts(List<SharedContact> cards) implements Content {

    /** Copies the list. */
    public Contacts {
        cards = List.copyOf(cards);
    }

    @Override
    public String type() {
        return "contacts";
    }

    @Override
    public void write(JsonBytes json) {
        json.array("contacts");
        cards.forEach(card -> card.write(json));
        json.end();
    }
}
