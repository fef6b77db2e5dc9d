package org.whatsapppolicy.policy.inbound;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.inbound.Announced.Topic;

/** Reads what the platform tells of templates, numbers and accounts. Every field may be missing. */
final class AnnouncedReader {

    private AnnouncedReader() {}

    /** Null for kinds of events that are none of this. */
    static @Nullable Announced read(EventKind kind, Map<?, ?> value, Map<?, ?> entry) {
        return switch (kind) {
            case TEMPLATE_STATUS -> template(Topic.TEMPLATE, value, "event", null, status(value));
            case TEMPLATE_TEXT -> template(Topic.TEMPLATE, value, null, null, null);
            case TEMPLATE_QUALITY ->
                template(Topic.QUALITY, value, "new_quality_score", "previous_quality_score", null);
            case TEMPLATE_CATEGORY ->
                // Announced: the new category is still the one of today, and the correct one is what it will be.
                value.get("category") != null
                        ? template(Topic.TEMPLATE, value, "correct_category", "category", "ANNOUNCED")
                        : value.get("correct_category") == null
                                ? template(Topic.TEMPLATE, value, "new_category", "previous_category", null)
                                : template(Topic.TEMPLATE, value, "correct_category", "new_category", "ANNOUNCED");
            case NUMBER_QUALITY ->
                number(
                        Topic.LIMIT,
                        value,
                        first(word(value, "max_daily_conversations_per_business"), word(value, "current_limit")),
                        word(value, "old_limit"),
                        word(value, "event"));
            case NUMBER_NAME ->
                number(Topic.ACCOUNT, value, word(value, "decision"), null, word(value, "rejection_reason"));
            case USERNAME -> number(Topic.ACCOUNT, value, word(value, "status"), null, null);
            case SECURITY -> number(Topic.ACCOUNT, value, word(value, "event"), null, null);
            case CAPABILITY -> account(Topic.LIMIT, entry, word(value, "max_daily_conversations_per_business"), null);
            case ACCOUNT -> account(Topic.ACCOUNT, entry, first(word(value, "event"), word(value, "type")), why(value));
            case ACCOUNT_REVIEW -> account(Topic.ACCOUNT, entry, word(value, "decision"), null);
            case ACCOUNT_ALERT ->
                new Announced(
                        Topic.ACCOUNT,
                        first(word(value, "entity_id"), word(entry, "id")),
                        null,
                        Json.text(value, "alert_info", "alert_type"),
                        null,
                        Json.text(value, "alert_info", "alert_severity"));
            default -> null;
        };
    }

    private static Announced template(
            Topic topic, Map<?, ?> value, @Nullable String state, @Nullable String before, @Nullable String reason) {
        return new Announced(
                topic,
                word(value, "message_template_name"),
                word(value, "message_template_language"),
                state == null ? "CHANGED" : word(value, state),
                before == null ? null : word(value, before),
                reason);
    }

    private static @Nullable String status(Map<?, ?> value) {
        String title = Json.text(value, "other_info", "title");
        String reason = word(value, "reason");
        return title != null || "NONE".equals(reason) ? title : reason;
    }

    private static Announced number(
            Topic topic, Map<?, ?> value, @Nullable String state, @Nullable String before, @Nullable String reason) {
        return new Announced(topic, word(value, "display_phone_number"), null, state, before, reason);
    }

    private static Announced account(Topic topic, Map<?, ?> entry, @Nullable String state, @Nullable String reason) {
        return new Announced(topic, word(entry, "id"), null, state, null, reason);
    }

    private static @Nullable String why(Map<?, ?> value) {
        String restrictions = Json.objects(value.get("restriction_info"))
                .map(one -> word(one, "restriction_type"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        return first(
                Json.text(value, "violation_info", "violation_type"),
                Json.text(value, "ban_info", "waba_ban_state"),
                Json.text(value, "disconnection_info", "reason"),
                restrictions.isEmpty() ? null : restrictions);
    }

    private static @Nullable String first(@Nullable String... words) {
        for (String word : words) {
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    /** The platform's own samples write some words as numbers. */
    private static @Nullable String word(Map<?, ?> value, String name) {
        Object found = value.get(name);
        return found instanceof String || found instanceof Number ? found.toString() : null;
    }
}
