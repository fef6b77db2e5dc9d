package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.EventShapeTest.json;
import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.OUTBOUND;
import static org.whatsapppolicy.simulator.webhook.Harbour.SENT;
import static org.whatsapppolicy.simulator.webhook.Harbour.file;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.RawEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.event.StandbyEcho;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.OtherContent;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/** Events that have a sample of the platform, but no file of their own: others with more, or less, told about them. */
final class FurtherEvents {

    private FurtherEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put(
                "message-order at a whole price",
                sentBy(NELL, new Order("497000000000001", "", List.of(new Order.Item("rope-12", 2, 5, "GBP")))));
        events.put(
                "message-edit-image of an answer",
                sentBy(NELL, new Edit("wamid.b3JpZ2luYWw=", OUTBOUND, new Image(file("image/jpeg"), "The pier"))));
        events.put(
                "message-text by somebody with a username",
                sentBy(
                        new SeenPerson("Nell Harbour", "nell.harbour", NELL.waId(), NELL.userId(), null),
                        new Text("Ahoy")));
        events.put(
                "message of a type not documented yet",
                sentBy(NELL, new OtherContent("type_not_documented_yet", json("{\"a\":1}"))));
        events.put(
                "a field that is new",
                RawEvent.ofNumber(BOATS, "a_field_not_documented_yet", json("{\"something_new\":[{\"a\":1}]}")));
        events.put(
                "standby-echo of an answer",
                new Standby(new StandbyEcho(
                        BOATS,
                        SENT,
                        NOW,
                        json(
                                "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"447700900101\","
                                        + "\"type\":\"text\",\"context\":{\"message_id\":\"wamid.dGlkZS1pbg==\"},"
                                        + "\"text\":{\"preview_url\":false,\"body\":\"Your boat is ready\"}}"))));
        return events;
    }
}
