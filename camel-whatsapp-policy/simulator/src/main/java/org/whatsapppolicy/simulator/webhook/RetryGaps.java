package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;

/**
 * When a webhook that was not taken is tried again: at once, then after growing gaps, for seven days. Gaps are from the
 * beginning of one try to that of the next: how long a receiver takes in real time is nothing a virtual clock knows of.
 */
final class RetryGaps {

    private static final long SEVEN_DAYS_MILLIS = Duration.ofDays(7).toMillis();
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryGaps() {}

    /** The gap after the n-th try, n from 1: 0, 1, 4, 16, 64, 256, 1024 seconds, then an hour each. */
    static Duration after(int attempt) {
        if (attempt == 1) {
            return Duration.ZERO;
        }
        return attempt > 7 ? LONGEST : Duration.ofSeconds(1L << (2 * (attempt - 2)));
    }

    /** Whether the try that would begin then is one too many. */
    static boolean over(long millisSinceFirst) {
        return millisSinceFirst > SEVEN_DAYS_MILLIS;
    }
}
