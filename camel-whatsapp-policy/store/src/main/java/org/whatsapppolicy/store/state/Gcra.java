package org.whatsapppolicy.store.state;

import java.time.Duration;
import org.whatsapppolicy.store.PolicyStore.TokenLease;

/**
 * One step of the generic cell rate algorithm (M-7): {@code tat = max(tat, now) + n * step}. Whole nanoseconds, and the step
 * is rounded up, so that the rate is never exceeded by rounding.
 *
 * @param tat the new theoretical arrival time, in nanoseconds of the epoch
 * @param lease what was granted
 */
public record Gcra(long tat, TokenLease lease) {

    private static final long SECOND = 1_000_000_000L;
    private static final Duration GRACE = Duration.ofMillis(250);
    /** Of hundreds of nodes that wait for one token each; what lies further ahead was given before the clock stepped back. */
    private static final long FURTHEST = 300 * SECOND;

    /**
     * Takes tokens. There always are some: {@code in} tells how long to wait for them, at most five minutes.
     *
     * @param tat where the row stands; 0 for a new one
     * @param now in nanoseconds of the epoch
     * @param perSecond the rate
     * @param wanted at most this many; a lease covers at most 100 ms of the rate, and at least one token
     */
    public static Gcra take(long tat, long now, int perSecond, int wanted) {
        if (perSecond < 1 || wanted < 1) {
            throw new IllegalArgumentException(
                    "found " + wanted + " tokens at " + perSecond + "/s, expected at least 1 of both");
        }
        long step = (SECOND + perSecond - 1) / perSecond;
        int granted = Math.min(wanted, Math.max(1, perSecond / 10));
        long start = tat - now > FURTHEST ? now : Math.max(tat, now);
        long next = start + granted * step;
        TokenLease lease = new TokenLease(
                granted,
                Duration.ofNanos(start - now),
                Duration.ofNanos(granted * step).plus(GRACE));
        return new Gcra(next, lease);
    }
}
