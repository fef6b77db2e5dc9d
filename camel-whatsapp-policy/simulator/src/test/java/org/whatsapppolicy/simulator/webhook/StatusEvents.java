package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_BEFORE_USER_IDS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_WITH_USERNAME;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.TOM;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentTo;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentToGroup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.webhook.event.Conversation;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.NumberErrors;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;

/** What becomes of messages, by the name of its fixture. */
final class StatusEvents {

    private static final String CONVERSATION = "5eaf00d5eaf00d5eaf00d5eaf00d5eaf";

    private StatusEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("status-sent-utility", StatusEvent.of(sentTo(NELL, "utility"), "sent", NOW, null));
        events.put("status-sent-marketing", StatusEvent.of(sentTo(NELL, "marketing"), "sent", NOW, null));
        events.put("status-sent-marketing-lite", StatusEvent.of(sentTo(NELL, "marketing_lite"), "sent", NOW, null));
        events.put("status-sent-authentication", StatusEvent.of(sentTo(NELL, "authentication"), "sent", NOW, null));
        events.put(
                "status-sent-authentication-international",
                StatusEvent.of(sentTo(NELL, "authentication-international"), "sent", NOW, null));
        events.put(
                "status-sent-general-purpose-ai",
                StatusEvent.of(sentTo(NELL, "general_purpose_ai"), "sent", NOW, null));
        events.put(
                "status-sent-service-billed",
                StatusEvent.of(sentTo(NELL, ToldPrice.regular("service")), "sent", NOW, null));
        events.put("status-sent-free-customer-service", StatusEvent.of(sentTo(NELL, "service"), "sent", NOW, null));
        events.put(
                "status-sent-free-utility-in-window",
                StatusEvent.of(sentTo(NELL, ToldPrice.freeInWindow("utility")), "sent", NOW, null));
        events.put(
                "status-sent-free-entry-point",
                StatusEvent.of(
                        sentTo(NELL, ToldPrice.freeEntryPoint())
                                .within(new Conversation(CONVERSATION, NOW + 259_200, "referral_conversion")),
                        "sent",
                        NOW,
                        null));
        events.put(
                "status-sent-legacy-cbp",
                StatusEvent.of(
                        sentTo(NELL_BEFORE_USER_IDS, ToldPrice.perConversation("service"))
                                .within(new Conversation(CONVERSATION, NOW + 86_400, "service")),
                        "sent",
                        NOW,
                        null));
        events.put(
                "status-sent-callback-data", StatusEvent.of(sentTo(NELL, "utility", "berth-12/7"), "sent", NOW, null));
        events.put(
                "status-sent-identity-hash",
                StatusEvent.of(sentTo(NELL, "utility").withIdentityKeyHash("a2V5LWhhc2g="), "sent", NOW, null));
        events.put("status-delivered", StatusEvent.of(sentTo(NELL, "utility"), "delivered", NOW, null));
        events.put("status-delivered-bsuid-only", StatusEvent.of(sentTo(TOM, "utility"), "delivered", NOW, null));
        events.put(
                "status-delivered-parent-user-id",
                StatusEvent.of(sentTo(NELL_WITH_USERNAME, "utility"), "delivered", NOW, null));
        events.put("status-read", StatusEvent.of(sentTo(NELL, "utility"), "read", NOW, null));
        events.put("status-played", StatusEvent.of(sentTo(NELL, "service"), "played", NOW, null));
        events.put(
                "status-failed-131026", StatusEvent.of(sentTo(NELL, "utility"), "failed", NOW, GraphErrors.of(131026)));
        events.put(
                "status-failed-bsuid", StatusEvent.of(sentTo(TOM, "marketing"), "failed", NOW, GraphErrors.of(131049)));
        events.put(
                "status-failed-callback-data",
                StatusEvent.of(sentTo(NELL, "service", "berth-12/8"), "failed", NOW, GraphErrors.of(131047)));
        events.put(
                "status-failed-minimal-error",
                StatusEvent.of(sentTo(NELL, "service"), "failed", NOW, GraphErrors.of(2)));
        events.put(
                "status-group-read",
                StatusEvent.of(sentToGroup(NELL, ToldPrice.freeInGroupWindow()), "read", NOW, null));
        events.put("value-errors", new NumberErrors(BOATS, GraphErrors.of(130429)));
        return events;
    }
}
