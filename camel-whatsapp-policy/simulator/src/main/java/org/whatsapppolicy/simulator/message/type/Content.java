package org.whatsapppolicy.simulator.message.type;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * What a valid message turned out to be.
 *
 * @param category the pricing category: service, marketing, marketing_lite, utility or authentication
 * @param template whether it may go outside the service window
 * @param needsPhone whether it cannot go to a business-scoped user id
 * @param ttlSeconds how long the platform is to try, as the template or the message itself has it; null for the usual
 *     time, negative for the longest there is
 * @param laterFailure what the platform finds out only after it accepted the message
 * @param shown what the person sees
 */
public record Content(
        String category,
        boolean template,
        boolean needsPhone,
        @Nullable Long ttlSeconds,
        @Nullable GraphError laterFailure,
        ShownContent shown) {

    private static final Duration AUTHENTICATION = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** A message that needs an open service window. */
    public static Content freeForm(ShownContent shown) {
        return new Content("service", false, false, null, null, shown);
    }

    /** A message made of a template of that category. */
    public static Content ofTemplate(
            String category, boolean needsPhone, @Nullable Long ttlSeconds, ShownContent shown) {
        return new Content(category, true, needsPhone, ttlSeconds, null, shown);
    }

    /** The same, but failing after acceptance. */
    public Content failingLater(GraphError error) {
        return new Content(category, template, needsPhone, ttlSeconds, error, shown);
    }

    /** The same, but sent as if an approved template of that category stood behind it. */
    public Content sentDirectly(String directCategory, boolean toPhoneOnly, @Nullable Long seconds) {
        return new Content(directCategory, true, toPhoneOnly, seconds, laterFailure, shown);
    }

    /** The same, but priced under another category. */
    public Content underCategory(String other) {
        return new Content(other, template, needsPhone, ttlSeconds, laterFailure, shown);
    }

    /**
     * How long the platform tries to deliver it before it drops it without a word: 10 minutes for authentication and 30 days
     * for everything else, unless something else was asked for. Marketing has a say in that on its own endpoint only.
     */
    public Duration lifetime() {
        Long asked = category.equals("marketing") ? null : ttlSeconds;
        if (asked != null) {
            return asked < 0 ? LONGEST : Duration.ofSeconds(asked);
        }
        return category.equals("authentication") ? AUTHENTICATION : LONGEST;
    }

    /** Whether it is a reaction, of which nothing but {@code sent} is ever told. */
    public boolean reaction() {
        return shown instanceof ShownContent.Reaction;
    }

    /** Whether it counts as marketing. */
    public boolean marketing() {
        return category.startsWith("marketing");
    }
}
