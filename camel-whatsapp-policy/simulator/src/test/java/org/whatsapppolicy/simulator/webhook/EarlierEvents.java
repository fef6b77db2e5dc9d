package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_BEFORE_USER_IDS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.fileWithoutUrl;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentBy;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentTo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.webhook.event.Conversation;
import org.whatsapppolicy.simulator.webhook.event.ErrorForm;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;
import org.whatsapppolicy.simulator.webhook.event.StatusForm;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;
import org.whatsapppolicy.simulator.webhook.inbound.History;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.LateMedia;
import org.whatsapppolicy.simulator.webhook.inbound.OtherContent;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/** What was told before there were user ids, as samples and captures of that time have it. */
final class EarlierEvents {

    private static final String CONVERSATION = "5eaf00d5eaf00d5eaf00d5eaf00d5eaf";

    private EarlierEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put(
                "status-sent by conversation",
                StatusEvent.of(
                                sentTo(NELL_BEFORE_USER_IDS, ToldPrice.perConversation("service"))
                                        .within(new Conversation(CONVERSATION, NOW + 86_400, "service")),
                                "sent",
                                NOW,
                                null)
                        .as(StatusForm.EARLIER));
        events.put(
                "standby-status in a conversation",
                new Standby(StatusEvent.of(
                                sentTo(NELL_BEFORE_USER_IDS, "utility")
                                        .within(new Conversation(CONVERSATION, null, "utility")),
                                "delivered",
                                NOW,
                                null)
                        .as(StatusForm.EARLIER)));
        events.put(
                "status-failed of type message",
                StatusEvent.of(sentTo(NELL_BEFORE_USER_IDS, "utility"), "failed", NOW, GraphErrors.of(131014))
                        .as(StatusForm.EARLIER.asTyped().withErrors(ErrorForm.CODE_AND_TITLE)));
        events.put(
                "history-threads by phone number alone",
                new History(
                        BOATS,
                        0,
                        1,
                        40,
                        List.of(new History.Talk(
                                NELL_BEFORE_USER_IDS,
                                List.of(
                                        new History.Line(
                                                "wamid.aDE=", NOW - 9_000, true, new Text("Berth 12 is yours"), "READ"),
                                        new History.Line(
                                                "wamid.aDI=",
                                                NOW - 8_000,
                                                false,
                                                new OtherContent("media_placeholder", null),
                                                "PLAYED"))))));
        events.put(
                "history-media by phone number alone",
                new LateMedia(sentBy(NELL_BEFORE_USER_IDS, new Image(fileWithoutUrl(), "The pier"))));
        return events;
    }
}
