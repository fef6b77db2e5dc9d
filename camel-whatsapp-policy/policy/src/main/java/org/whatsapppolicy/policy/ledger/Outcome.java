package org.whatsapppolicy.policy.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt (M-4). */
public sealed interface Outcome {

    /**
     * The platform took the message.
     *
     * @param wamid the platform's id
     * @param held whether the platform holds it back for its quality assessment
     */
    record Accepted(String wamid, boolean held) implements Outcome {}

    /**
     * Definitely not taken.
     *
     * @param code the platform's error code, or 0 when no answer was needed to know (refused connection)
     * @param retryAfter how long to wait before a new attempt; null when another attempt makes no sense
     */
    record Refused(int code, @Nullable Duration retryAfter) implements Outcome {}

    /** The request was not begun: the claim ran out before the first byte (M-2). Decided again at once. */
    record NotBegun() implements Outcome {}

    /**
     * The request may have been sent, and no readable answer came.
     *
     * @param code the platform's or HTTP's code, or 0
     */
    record Unknown(int code) implements Outcome {}
}
