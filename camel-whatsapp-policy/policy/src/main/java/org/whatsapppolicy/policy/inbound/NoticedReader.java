package org.whatsapppolicy.policy.inbound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;

/** Reads what is only noticed. Every field may be missing. */
final class NoticedReader {

    private final RecipientReader recipients;

    NoticedReader(RecipientReader recipients) {
        this.recipients = recipients;
    }

    /** Null for kinds of events that are none of this. */
    @Nullable
    Noticed read(EventKind kind, Map<?, ?> one) {
        return switch (kind) {
            case ECHO -> echo(one);
            case HANDOVER -> handover(one);
            case FLOW -> flow(one);
            case HISTORY -> history(one);
            case ERROR -> new Noticed.Troubled(Json.whole(one, "code"));
            case CONTACTS -> contacts(one);
            case GROUP -> group(one);
            case PARTNER, PAYMENT, MEASURED -> new Noticed.Other(Json.text(one, "event"));
            default -> null;
        };
    }

    private @Nullable Recipient person(@Nullable String... addresses) {
        List<Recipient> people = WebhookReader.people(recipients, addresses);
        return people.isEmpty() ? null : people.get(0);
    }

    private Noticed echo(Map<?, ?> one) {
        // On standby the message stands as it was sent, one level deeper.
        Map<?, ?> message = one.get("message") == null ? one : Json.object(one.get("message"));
        return new Noticed.Echoed(
                Json.text(one, "id"),
                person(Json.text(message, "to"), Json.text(message, "to_user_id"), Json.text(message, "recipient")),
                Json.text(message, "type"));
    }

    private Noticed handover(Map<?, ?> one) {
        String type = Json.text(one, "type");
        Map<?, ?> change = Json.object(type == null ? null : one.get(type));
        return new Noticed.HandedOver(
                person(Json.text(one, "sender", "phone_number"), Json.text(one, "sender", "user_id")),
                "control_passed".equals(type),
                Json.text(change, "previous_owner_role"),
                Json.text(change, "new_owner_role"));
    }

    private static Noticed flow(Map<?, ?> one) {
        String state = Json.text(one, "new_status");
        return new Noticed.FlowChanged(
                Json.text(one, "flow_id"),
                Json.text(one, "event"),
                state == null ? Json.text(one, "alert_state") : state,
                Json.text(one, "old_status"));
    }

    private static Noticed history(Map<?, ?> one) {
        Map<?, ?> metadata = Json.object(one.get("metadata"));
        List<Map<?, ?>> threads = Json.objects(one.get("threads")).toList();
        long messages = threads.stream()
                .mapToLong(thread -> Json.objects(thread.get("messages")).count())
                .sum();
        Integer code = Json.objects(one.get("errors"))
                .map(error -> Json.whole(error, "code"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Noticed.History(
                Json.whole(metadata, "phase"),
                Json.whole(metadata, "chunk_order"),
                Json.whole(metadata, "progress"),
                threads.size(),
                (int) messages,
                code);
    }

    private static Noticed contacts(Map<?, ?> one) {
        List<Map<?, ?>> all = Json.objects(one.get("state_sync")).toList();
        int removed = (int) all.stream()
                .filter(each -> "remove".equals(Json.text(each, "action")))
                .count();
        return new Noticed.Synced(all.size() - removed, removed);
    }

    private static Noticed group(Map<?, ?> one) {
        Map<?, ?> group = Json.objects(one.get("groups")).findFirst().orElse(one);
        String type = Json.text(group, "type");
        return new Noticed.GroupChanged(Json.text(group, "group_id"), type == null ? Json.text(group, "event") : type);
    }
}
