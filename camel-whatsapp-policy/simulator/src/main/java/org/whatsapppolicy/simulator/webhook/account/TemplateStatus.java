package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A template has another status: {@code message_template_status_update}.
 *
 * @param event {@code APPROVED}, {@code ARCHIVED}, {@code UNARCHIVED}, {@code DELETED}, {@code DISABLED}, {@code
 *     FLAGGED}, {@code IN_APPEAL}, {@code LIMIT_EXCEEDED}, {@code LOCKED}, {@code PAUSED}, {@code PENDING}, {@code
 *     REINSTATED}, {@code PENDING_DELETION} or {@code REJECTED}
 * @param category null leaves out both category and reason
 * @param reason {@code NONE}, {@code INVALID_FORMAT}, ...; null is written as such
 * @param title {@code FIRST_PAUSE}, {@code SECOND_PAUSE}, {@code RATE_LIMITING_PAUSE}, {@code UNPAUSE} or {@code
 *     DISABLED}; null leaves out {@code other_info}
 * @param disableDate in seconds since 1970, as a text
 * @param rejection why it was refused, in words
 * @param recommendation what to change
 */
public record TemplateStatus(
        String accountId,
        TemplateRef template,
        String event,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String description,
        @Nullable String disableDate,
        @Nullable String rejection,
        @Nullable String recommendation)
        implements Event {

    /** That status, without further words. */
    public static TemplateStatus of(String accountId, TemplateRef template, String event, String category) {
        return new TemplateStatus(accountId, template, event, category, "NONE", null, null, null, null, null);
    }

    /** The bare minimum: event, id, name and language. */
    public static TemplateStatus minimal(String accountId, TemplateRef template, String event) {
        return new TemplateStatus(accountId, template, event, null, null, null, null, null, null, null);
    }

    /** About to be deleted; the reason is an explicit null. */
    public static TemplateStatus deletionPending(String accountId, TemplateRef template, String category) {
        return new TemplateStatus(
                accountId, template, "PENDING_DELETION", category, null, null, null, null, null, null);
    }

    /** Refused at review. */
    public static TemplateStatus rejected(
            String accountId,
            TemplateRef template,
            String category,
            String reason,
            String explanation,
            String recommendation) {
        return new TemplateStatus(
                accountId, template, "REJECTED", category, reason, null, null, null, explanation, recommendation);
    }

    /** Disabled for good at that second. */
    public static TemplateStatus disabled(String accountId, TemplateRef template, String category, long seconds) {
        return new TemplateStatus(
                accountId,
                template,
                "DISABLED",
                category,
                "NONE",
                "DISABLED",
                "Your WhatsApp message template has been disabled.",
                Long.toString(seconds),
                null,
                null);
    }

    /** With the title and words of {@code other_info}. */
    public TemplateStatus because(String otherTitle, String words) {
        return new TemplateStatus(
                accountId,
                template,
                event,
                category,
                reason,
                otherTitle,
                words,
                disableDate,
                rejection,
                recommendation);
    }

    @Override
    public String field() {
        return "message_template_status_update";
    }

    @Override
    public String kind() {
        return event;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("event", event);
        template.write(json);
        if (category != null) {
            if (reason == null) {
                json.putNull("reason");
            } else {
                json.put("reason", reason);
            }
            json.put("message_template_category", category);
        }
        if (disableDate != null) {
            json.object("disable_info").put("disable_date", disableDate).end();
        }
        if (title != null) {
            json.object("other_info")
                    .put("title", title)
                    .put("description", description)
                    .end();
        }
        if (rejection != null) {
            json.object("rejection_info")
                    .put("reason", rejection)
                    .put("recommendation", recommendation)
                    .end();
        }
    }
}
