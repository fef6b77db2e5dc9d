package org.whatsapppolicy.policy.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a message may have reached the platform, which is what caps count by (M-5): from its decision to the
 * instant of its answer; while none came, to the last instant at which it may have been sent and answered.
 */
public final class Counting {

    /** The longest a message may be under way by default: the send lease and the answer timeout. */
    public static final Duration LONGEST_WAY = Duration.ofSeconds(31);

    private Counting() {}

    /**
     * The end of a message's way.
     *
     * @param answered when the platform's answer, or a status that proves it, came; null while none did
     * @param sendBefore the instant before which its request had to begin
     * @param answerTimeout how long its sender waits for an answer
     */
    public static Instant to(@Nullable Instant answered, Instant sendBefore, Duration answerTimeout) {
        return answered == null ? sendBefore.plus(answerTimeout) : answered;
    }
}
