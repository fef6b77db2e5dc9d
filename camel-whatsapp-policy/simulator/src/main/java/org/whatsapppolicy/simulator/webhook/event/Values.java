package org.whatsapppolicy.simulator.webhook.event;

import java.util.List;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** The {@code value} of events that stand in lists. */
final class Values {

    private Values() {}

    static void of(ListedEvent event, JsonBytes json) {
        head(event.number(), json);
        lists(List.of(event), json);
        event.beside(json);
    }

    /** One value for several events of one number and list. */
    static void of(List<ListedEvent> events, JsonBytes json) {
        head(events.get(0).number(), json);
        lists(events, json);
    }

    /** Product and metadata. */
    static void head(SimulatedNumber number, JsonBytes json) {
        json.put("messaging_product", "whatsapp");
        json.object("metadata")
                .put("display_phone_number", number.digits())
                .put("phone_number_id", number.id())
                .end();
    }

    static void lists(List<? extends ListedEvent> events, JsonBytes json) {
        boolean begun = false;
        for (ListedEvent event : events) {
            if (event.tellsContact()) {
                if (!begun) {
                    json.array("contacts");
                    begun = true;
                }
                json.object();
                event.contact(json);
                json.end();
            }
        }
        if (begun) {
            json.end();
        }
        json.array(events.get(0).list());
        for (ListedEvent event : events) {
            json.object();
            event.element(json);
            json.end();
        }
        json.end();
    }
}
