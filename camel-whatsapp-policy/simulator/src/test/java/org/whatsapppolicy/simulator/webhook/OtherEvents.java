package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.EventShapeTest.json;
import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.INBOUND;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_BEFORE_USER_IDS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.SENT;
import static org.whatsapppolicy.simulator.webhook.Harbour.TOM;
import static org.whatsapppolicy.simulator.webhook.Harbour.file;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentBy;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentTo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.webhook.event.CallEvent;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Handover;
import org.whatsapppolicy.simulator.webhook.event.RawEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.event.StandbyEcho;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;
import org.whatsapppolicy.simulator.webhook.event.UserPreference;
import org.whatsapppolicy.simulator.webhook.inbound.Echo;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.History;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.LateMedia;
import org.whatsapppolicy.simulator.webhook.inbound.OtherContent;
import org.whatsapppolicy.simulator.webhook.inbound.Revocation;
import org.whatsapppolicy.simulator.webhook.inbound.StateSync;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/** Preferences, shared numbers, the business's own app and calls, by the name of their fixture. */
final class OtherEvents {

    private OtherEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("user-preferences-stop", new UserPreference(BOATS, NELL, "stop", null, NOW));
        events.put(
                "user-preferences-stop-pre-bsuid", new UserPreference(BOATS, NELL_BEFORE_USER_IDS, "stop", null, NOW));
        events.put("user-preferences-stop-bsuid-only", new UserPreference(BOATS, TOM, "stop", null, NOW));
        events.put("user-preferences-resume", new UserPreference(BOATS, NELL, "resume", null, NOW));
        events.put("user-preferences-signup", new UserPreference(BOATS, NELL, "signup", "707000000000004", NOW));
        events.put("standby-message", new Standby(sentBy(NELL, new Text("Stop it"))));
        events.put("standby-status", new Standby(StatusEvent.of(sentTo(NELL, "utility"), "delivered", NOW, null)));
        events.put(
                "standby-echo-text",
                new Standby(new StandbyEcho(
                        BOATS,
                        SENT,
                        NOW,
                        json(
                                "{\"messaging_product\":\"whatsapp\",\"to\":\"447700900101\",\"type\":\"text\",\"text\":{\"body\":\"Your"
                                        + " boat is ready\"}}"))));
        events.put(
                "messaging-handovers-control-passed",
                new Handover(
                        BOATS,
                        NELL,
                        false,
                        "407000000000005",
                        "meta_business_agent",
                        "ai_agent",
                        "escalation",
                        "Wants a person",
                        "Asked for the tide table twice",
                        NOW));
        events.put(
                "messaging-handovers-control-taken",
                new Handover(
                        BOATS,
                        NELL,
                        true,
                        "407000000000005",
                        null,
                        "ai_agent",
                        "customer_service",
                        "I take it from here",
                        null,
                        NOW));
        events.put("smb-message-echoes-text", new Echo(BOATS, NELL, INBOUND, NOW, new Text("High water at seven")));
        events.put(
                "smb-message-echoes-edit",
                new Echo(
                        BOATS,
                        NELL,
                        INBOUND,
                        NOW,
                        new Edit("wamid.b3JpZ2luYWw=", null, new Text("High water at eight"))));
        events.put(
                "smb-message-echoes-revoke", new Echo(BOATS, NELL, INBOUND, NOW, new Revocation("wamid.b3JpZ2luYWw=")));
        events.put(
                "smb-app-state-sync-add",
                new StateSync(
                        BOATS,
                        new SeenPerson("Nell Harbour", "nell.harbour", NELL.waId(), NELL.userId(), null),
                        false,
                        NOW));
        events.put("smb-app-state-sync-remove", new StateSync(BOATS, NELL, true, NOW));
        events.put(
                "history-threads",
                new History(
                        BOATS,
                        0,
                        1,
                        40,
                        List.of(new History.Talk(
                                NELL,
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
                "history-threads-bsuid",
                new History(
                        BOATS,
                        1,
                        2,
                        100,
                        List.of(new History.Talk(
                                TOM,
                                List.of(new History.Line(
                                        "wamid.aDM=", NOW - 7_000, false, new Text("Stop it"), "READ"))))));
        events.put("history-declined", History.declined(BOATS));
        events.put("history-media", new LateMedia(sentBy(NELL, new Image(file("image/jpeg"), "The pier"))));
        events.put("calls-connect-user-initiated", new CallEvent(BOATS, NELL, "wacid.cmluZw==", NOW, null));
        events.put(
                "calls-terminate-user-initiated",
                new CallEvent(BOATS, NELL, "wacid.cmluZw==", NOW, Duration.ofSeconds(75)));
        events.put("unknown-field", RawEvent.ofNumber(BOATS, "tide_gauge", json("{\"level\":[{\"metres\":4}]}")));
        return events;
    }
}
