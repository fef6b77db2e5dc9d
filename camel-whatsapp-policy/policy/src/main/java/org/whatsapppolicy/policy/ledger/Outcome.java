package org.whatsapppolicy.policy.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt (M-4). */
public sealed interface Outcome {

    /** Whether a request was written: only such attempts are bounded in number. */
    default boolean begun() {
        return true;
    }

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
     * @param begun whether the request was written; without a connection none is
     */
    record Refused(int code, @Nullable Duration retryAfter, boolean begun) implements Outcome {

        /** By an answer. */
        public Refused(int code, @Nullable Duration retryAfter) {
            this(code, retryAfter, true);
        }
    }

    /** The request was not begun: the claim ran out before the first byte (M-2). Decided again at once. */
    record NotBegun() implements Outcome {

        @Override
        public boolean begun() {
            return false;
        }
    }

    /**
     * The request may have been sent, and no readable answer came.
     *
     * @param code the platform's or HTTP's code, or 0
     */
    record Unknown(int code) implements Outcome {}
}
