package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an outside system answered about consent (S-14). Opt-outs of our own store count on top.
 *
 * @param answer what it said
 * @param asOf the time the answer speaks of, or null when it could not be asked
 * @param source which system
 * @param reference its id of the record, or null
 */
public record OutsideConsent(
        Answer answer,
        @Nullable Instant asOf,
        String source,
        @Nullable String reference) {

    /** What an outside system can say. */
    public enum Answer {
        GRANTED,
        REFUSED,
        /** It does not know the person. */
        NONE,
        /** It could not be asked in time. */
        UNAVAILABLE
    }
}
