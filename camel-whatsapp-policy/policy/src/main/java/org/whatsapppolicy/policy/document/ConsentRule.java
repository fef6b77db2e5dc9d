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
 */
public record ConsentRule(
        ConsentKind kind,
        @Nullable Duration validFor,
        boolean evidence,
        @Nullable String from,
        @Nullable Duration maxAge,
        WhenLimited whenUnavailable) {}
