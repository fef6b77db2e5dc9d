package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.EventShapeTest.json;
import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.INBOUND;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.OUTBOUND;
import static org.whatsapppolicy.simulator.webhook.Harbour.SENT;
import static org.whatsapppolicy.simulator.webhook.Harbour.TOM;
import static org.whatsapppolicy.simulator.webhook.Harbour.file;
import static org.whatsapppolicy.simulator.webhook.Harbour.fileWithoutUrl;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentBy;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentTo;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentToGroup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.ErrorForm;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.RawEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.event.StandbyEcho;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;
import org.whatsapppolicy.simulator.webhook.event.StatusForm;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Contacts;
import org.whatsapppolicy.simulator.webhook.inbound.Echo;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.History;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.InboundMessage;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.OtherContent;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;
import org.whatsapppolicy.simulator.webhook.inbound.SharedContact;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/** Events that have a sample of the platform, but no file of their own: others with more, or less, told about them. */
final class FurtherEvents {

    private FurtherEvents() {}

    static Map<String, List<Event>> all() {
        Map<String, List<Event>> all = new LinkedHashMap<>();
        variants().forEach((name, event) -> all.put(name, List.of(event)));
        EarlierEvents.all().forEach((name, event) -> all.put(name, List.of(event)));
        all.put("a batch of two accounts", batch());
        return all;
    }

    private static List<Event> batch() {
        SimulatedNumber elsewhere = new Numbers().add("207000000000322", "+44 20 7946 0200", "104729000000022");
        SeenPerson will = new SeenPerson("Will Moor", null, "447700900199", "GB.70000000000000000023", null);
        return List.of(
                StatusEvent.of(sentTo(NELL, "utility"), "delivered", NOW, null).as(StatusForm.EARLIER),
                StatusEvent.of(sentTo(NELL, "utility"), "failed", NOW, GraphErrors.of(131026))
                        .as(StatusForm.EARLIER.withErrors(ErrorForm.WITHOUT_LINK)),
                sentBy(NELL, new Text("Stop it")),
                new InboundMessage(elsewhere, will, INBOUND, NOW, new Text("Is it open?"), Circumstances.NONE));
    }

    private static Map<String, Event> variants() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put(
                "message-contacts with a company",
                sentBy(
                        NELL,
                        new Contacts(List.of(SharedContact.of("Will Moor", "+44 7700 900 199")
                                .at("Moor & Sons")))));
        events.put(
                "message-text-referral-ctwa with a greeting",
                sentBy(
                        NELL,
                        new Text("I saw your ad"),
                        Circumstances.NONE.from(Referral.ad("12007", "Sail with us", "Trips every tide")
                                .greeting("Where do you want to go?"))));
        events.put(
                "status-group-read without a price",
                StatusEvent.of(sentToGroup(NELL, ToldPrice.freeInGroupWindow()), "read", NOW, null)
                        .as(StatusForm.USUAL.withoutPrice()));
        events.put(
                "status-failed with the least there is",
                StatusEvent.of(sentTo(NELL, "service"), "failed", NOW, GraphErrors.of(132015))
                        .as(StatusForm.LEAST));
        events.put(
                "history-threads of somebody in a portfolio, with a file of the business",
                new History(BOATS, 1, 2, 100, List.of(talk()))
                        .withFiles(List.of(new Echo(BOATS, TOM, OUTBOUND, NOW, new Image(fileWithoutUrl(), null)))));
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

    private static History.Talk talk() {
        SeenPerson tom = new SeenPerson(TOM.name(), TOM.username(), null, TOM.userId(), "GB.ENT.50000000000000000007");
        return new History.Talk(
                tom, List.of(new History.Line("wamid.aDM=", NOW - 7_000, false, new Text("Stop it"), "READ")));
    }
}
