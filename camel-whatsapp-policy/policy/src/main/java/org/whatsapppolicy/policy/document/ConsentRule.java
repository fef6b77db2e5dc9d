package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Grant;

/**
 * What a purpose requires of consent.
 *
 * @param kind what the person must have done
 * @param validFor how long a grant lasts, counted from the act; null when it does not lapse by itself
 * @param evidence whether a grant without evidence is refused (default: for marketing)
 * @param from endpoint URI that is asked for consent before the decision (M-10, S-14), or null: our own store alone
 * @param maxAge how old an answer of {@code from} may be
 * @param whenUnavailable what happens when {@code from} cannot be asked
 * @param ask template that asks for the second act of a double opt-in, or null (S-13)
 */
public record ConsentRule(
        ConsentKind kind,
        @Nullable Duration validFor,
        boolean evidence,
        @Nullable String from,
        @Nullable Duration maxAge,
        WhenLimited whenUnavailable,
        @Nullable TemplateRef ask) {

    /** When a grant ends, by itself or by this rule; null when it does not (S-11). */
    public @Nullable Instant lapses(Grant grant) {
        Instant own = grant.expires();
        Instant byRule = validFor == null ? null : grant.evidence().act().plus(validFor);
        if (own == null || byRule == null) {
            return own == null ? byRule : own;
        }
        return own.isBefore(byRule) ? own : byRule;
    }

    /** A rule that says its kind and no more. */
    public static ConsentRule of(ConsentKind kind) {
        return new ConsentRule(kind, null, false, null, null, WhenLimited.DENY, null);
    }
}
