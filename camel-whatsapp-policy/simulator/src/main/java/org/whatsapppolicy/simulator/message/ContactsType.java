package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code contacts}: cards, each with a formatted name. One page says 257 may be sent, another 5; 257 are taken. */
final class ContactsType implements MessageType {

    private static final int MOST = 257;

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Content check(JsonNode cards) {
        Fields.array(cards, "contacts", 1, MOST);
        for (JsonNode card : cards) {
            JsonNode name = Fields.object(card.path("name"), "contacts.name");
            Fields.text(name.path("formatted_name"), "contacts.name.formatted_name", 1024);
        }
        return Content.freeForm(new ShownContent.Other(name(), cards.toString()));
    }
}
