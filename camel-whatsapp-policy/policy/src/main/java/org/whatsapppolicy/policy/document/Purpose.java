package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why we message: the unit of consent. All inheritance ({@code extends}) and all defaults (S-5) are already applied.
 *
 * @param name as the document calls it
 * @param sender name of the sender it uses unless the request names another
 * @param category the claim of the document; the template's real category can only make it stricter (S-4)
 * @param basis legal ground, recorded with each decision
 * @param consent what the person must have agreed to
 * @param templates names of the templates it may use; empty means any
 * @param caps frequency caps of this purpose; empty means none
 * @param quietHours times in which it does not message; null when the document says nothing, then the category a message counts
 *     as decides
 * @param whenLimited what becomes of a message that caps, quiet hours or the portfolio limit hold back
 * @param expireAfter after how long a taken message is no longer worth sending; null means never (written {@code none})
 * @param maxWait how long a send waits for throughput before {@code whenLimited} decides
 * @param whenUnknown what becomes of a message whose fate is unknown after the horizon
 * @param allowAfterOptOut whether it goes on after an opt-out; only authentication may
 * @param attachments file name extensions of documents it may send, lower case without dot; empty denies documents
 * @param region ISO region of recipients written without a country code, or null: the sender's
 * @param zone zone of recipients whose record has none, or null: the sender's, else the number's
 * @param optIn acts in the app by which a person may agree to it; none when only records count (S-12)
 * @param fallbackTemplate goes instead of a free-form message when the window is closed, or null
 * @param ordered whether a person's messages leave in the order in which they were taken
 */
public record Purpose(
        String name,
        String sender,
        Category category,
        Basis basis,
        ConsentRule consent,
        Set<String> templates,
        List<Cap> caps,
        @Nullable QuietHours quietHours,
        WhenLimited whenLimited,
        @Nullable Duration expireAfter,
        Duration maxWait,
        WhenUnknown whenUnknown,
        boolean allowAfterOptOut,
        Set<String> attachments,
        @Nullable String region,
        @Nullable ZoneId zone,
        Set<OptIn> optIn,
        @Nullable TemplateRef fallbackTemplate,
        boolean ordered) {

    public Purpose {
        templates = Set.copyOf(templates);
        caps = List.copyOf(caps);
        attachments = Set.copyOf(attachments);
        optIn = Set.copyOf(optIn);
    }

    /** The times in which a message does not go that counts as {@code category} (S-4, S-5). */
    public QuietHours quietHours(Category category) {
        if (quietHours != null) {
            return quietHours;
        }
        return category == Category.MARKETING || category == Category.UTILITY ? QuietHours.NIGHT : QuietHours.NONE;
    }
}
