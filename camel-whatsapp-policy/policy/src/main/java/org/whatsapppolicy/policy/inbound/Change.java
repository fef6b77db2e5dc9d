package org.whatsapppolicy.policy.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;

/**
 * One change of a delivery: a field of the subscription and its value, which holds one thing or a list of them.
 *
 * @param field the subscription's name
 * @param value what stands under it
 * @param entry the entry around it
 * @param recipients reads addresses
 */
record Change(String field, Map<?, ?> value, Map<?, ?> entry, RecipientReader recipients) {

    /** Fields whose value is one event. */
    private static final Map<String, EventKind> WHOLE = Map.ofEntries(
            Map.entry("message_template_status_update", EventKind.TEMPLATE_STATUS),
            Map.entry("message_template_quality_update", EventKind.TEMPLATE_QUALITY),
            Map.entry("template_category_update", EventKind.TEMPLATE_CATEGORY),
            Map.entry("message_template_components_update", EventKind.TEMPLATE_TEXT),
            Map.entry("account_update", EventKind.ACCOUNT),
            Map.entry("account_settings_update", EventKind.ACCOUNT),
            Map.entry("account_alerts", EventKind.ACCOUNT_ALERT),
            Map.entry("account_review_update", EventKind.ACCOUNT_REVIEW),
            Map.entry("business_capability_update", EventKind.CAPABILITY),
            Map.entry("phone_number_name_update", EventKind.NUMBER_NAME),
            Map.entry("phone_number_quality_update", EventKind.NUMBER_QUALITY),
            Map.entry("security", EventKind.SECURITY),
            Map.entry("template_correct_category_detection", EventKind.TEMPLATE_CATEGORY),
            Map.entry("business_username_updates", EventKind.USERNAME),
            Map.entry("smb_message_echoes", EventKind.ECHO),
            Map.entry("smb_app_state_sync", EventKind.CONTACTS),
            Map.entry("messaging_handovers", EventKind.HANDOVER),
            Map.entry("flows", EventKind.FLOW),
            Map.entry("history", EventKind.HISTORY),
            Map.entry("calls", EventKind.CALL),
            Map.entry("group_lifecycle_update", EventKind.GROUP),
            Map.entry("group_participants_update", EventKind.GROUP),
            Map.entry("group_settings_update", EventKind.GROUP),
            Map.entry("group_status_update", EventKind.GROUP),
            Map.entry("partner_solutions", EventKind.PARTNER),
            Map.entry("payment_configuration_update", EventKind.PAYMENT),
            Map.entry("automatic_events", EventKind.MEASURED));

    List<InboundEvent> events() {
        List<InboundEvent> events = new ArrayList<>();
        switch (field) {
            case "messages" -> lists(events, value, EventKind.MESSAGE);
            case "standby" -> lists(events, Json.object(value.get("standby")), EventKind.STANDBY_MESSAGE);
            case "user_preferences" -> each(events, value, "user_preferences", this::preference);
            case "smb_message_echoes" ->
                each(events, value, "message_echoes", (one, alone) -> noticed(EventKind.ECHO, one, alone));
            case "calls" -> each(events, value, "calls", this::call);
            case "history" -> {
                // Old words are no signal of today: a message under this field is history, too.
                each(events, value, "history", (one, alone) -> noticed(EventKind.HISTORY, one, alone));
                each(events, value, "messages", (one, alone) -> noticed(EventKind.HISTORY, one, alone));
                each(events, value, "message_echoes", (one, alone) -> noticed(EventKind.ECHO, one, alone));
            }
            default -> {
                // Told below, as a whole.
            }
        }
        if (events.isEmpty()) {
            EventKind whole = WHOLE.getOrDefault(field, EventKind.UNKNOWN);
            Announced announced = AnnouncedReader.read(whole, value, entry);
            Map<String, Object> all = Alone.delivery(entry, field, value);
            events.add(
                    announced == null
                            ? noticed(whole, value, all)
                            : event(whole, hash(value), List.of(), announced, null, value, all));
        }
        return events;
    }

    private void lists(List<InboundEvent> events, Map<?, ?> within, EventKind kind) {
        each(events, within, "messages", (one, alone) -> message(one, kind, alone));
        each(events, within, "statuses", this::status);
        each(events, within, "message_echoes", (one, alone) -> noticed(EventKind.ECHO, one, alone));
        each(events, within, "errors", (one, alone) -> noticed(EventKind.ERROR, one, alone));
    }

    private InboundEvent noticed(EventKind kind, Map<?, ?> one, Map<String, Object> alone) {
        Noticed told = new NoticedReader(recipients).read(kind, one);
        return event(kind, hash(one), List.of(), told, one.get("timestamp") == null ? null : "timestamp", one, alone);
    }

    private InboundEvent call(Map<?, ?> one, Map<String, Object> alone) {
        CallReader call = new CallReader(recipients, value, one);
        return event(EventKind.CALL, hash(one), call.people(), call.told(), "timestamp", one, alone);
    }

    private void each(
            List<InboundEvent> events,
            Map<?, ?> within,
            String list,
            BiFunction<Map<?, ?>, Map<String, Object>, InboundEvent> reader) {
        List<String> path = within == value ? List.of(list) : List.of(field, list);
        Json.objects(within.get(list))
                .forEach(one -> events.add(reader.apply(one, Alone.delivery(entry, field, value, path, one))));
    }

    private InboundEvent message(Map<?, ?> one, EventKind kind, Map<String, Object> alone) {
        String wamid = Json.text(one, "id");
        EventKind changed = PersonChange.kind(one);
        PersonChange moved = changed == null ? null : PersonChange.read(one, recipients);
        List<Recipient> people = moved != null
                ? moved.now()
                : WebhookReader.people(
                        recipients,
                        Json.text(one, "from"),
                        Json.text(one, "from_user_id"),
                        Json.text(one, "from_parent_user_id"));
        Told told = moved == null ? null : new Told.Left(moved.before());
        if (changed != null && told == null) {
            told = new Noticed.Other(Json.text(one, "system", "type"));
        }
        if (wamid != null && changed == null) {
            told = WrittenReader.read(wamid, one);
        }
        return event(
                changed == null ? kind : changed,
                wamid == null ? hash(one) : EventKey.message(wamid),
                people,
                told,
                "timestamp",
                one,
                alone);
    }

    private InboundEvent status(Map<?, ?> one, Map<String, Object> alone) {
        String wamid = Json.text(one, "id");
        String status = Json.text(one, "status");
        List<Recipient> people = WebhookReader.people(
                recipients,
                Json.text(one, "recipient_id"),
                Json.text(one, "recipient_user_id"),
                Json.text(one, "recipient_parent_user_id"));
        String participant = Json.text(one, "recipient_participant_id");
        if (wamid == null || status == null) {
            return event(EventKind.STATUS, hash(one), people, null, "timestamp", one, alone);
        }
        String key = EventKey.status(wamid, status, participant);
        return event(EventKind.STATUS, key, people, MovedReader.read(wamid, status, one), "timestamp", one, alone);
    }

    private InboundEvent preference(Map<?, ?> one, Map<String, Object> alone) {
        List<Recipient> people = WebhookReader.people(
                recipients, Json.text(one, "wa_id"), Json.text(one, "user_id"), Json.text(one, "parent_user_id"));
        String value = Json.text(one, "value");
        Told.Choice choice =
                switch (value == null ? "" : value) {
                    case "stop" -> Told.Choice.STOP;
                    case "resume" -> Told.Choice.RESUME;
                    case "signup" -> Told.Choice.SIGN_UP;
                    default -> null;
                };
        return event(
                EventKind.PREFERENCE,
                hash(one),
                people,
                choice == null ? null : new Told.Chose(choice),
                "timestamp",
                one,
                alone);
    }

    private String hash(Map<?, ?> one) {
        return EventKey.of(field, entry.get("time"), one);
    }

    private InboundEvent event(
            EventKind kind,
            String key,
            List<Recipient> people,
            @Nullable Told told,
            @Nullable String time,
            Map<?, ?> raw,
            Map<String, Object> alone) {
        return new InboundEvent(
                kind,
                key,
                field,
                Json.text(value, "metadata", "phone_number_id"),
                people,
                time == null ? Json.instant(entry, "time") : Json.instant(raw, time),
                told,
                Alone.named(raw),
                alone);
    }
}
