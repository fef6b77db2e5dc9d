package org.whatsapppolicy.policy.inbound;

import org.jspecify.annotations.Nullable;

/**
 * The platform told of something that concerns no person: a template, a number, the account. What it says beyond this stands in the
 * raw JSON.
 *
 * @param topic what it concerns
 * @param about which: the name of a template, a business number, or the id of an account; null when it does not say
 * @param language of a template, or null
 * @param state the platform's word for how it is now, such as {@code PAUSED}, {@code RED} or {@code TIER_10K}; null when it does
 *     not say
 * @param before the same for how it was, or null
 * @param reason the platform's word for why, or null
 */
public record Announced(
        Topic topic,
        @Nullable String about,
        @Nullable String language,
        @Nullable String state,
        @Nullable String before,
        @Nullable String reason)
        implements Told {

    /** What the platform tells of. */
    public enum Topic {
        /** A template: reviewed, paused, of another category, with another text. */
        TEMPLATE,
        /** How people like a template. */
        QUALITY,
        /** How many people may be reached, how fast. */
        LIMIT,
        /** The account, the name of a number, its security. */
        ACCOUNT
    }
}
