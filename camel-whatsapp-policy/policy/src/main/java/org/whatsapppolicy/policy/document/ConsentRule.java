package org.whatsapppolicy.policy.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    /** A rule that says its kind and no more. */
    public static ConsentRule of(ConsentKind kind) {
        return new ConsentRule(kind, null, false, null, null, WhenLimited.DENY, null);
    }
}
