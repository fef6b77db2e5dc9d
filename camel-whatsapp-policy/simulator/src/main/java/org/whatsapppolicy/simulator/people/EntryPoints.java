package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The free entry points of one person: 72 hours from the business's first answer within 24 hours after a click on an ad.
 * Safe for use by several threads.
 */
final class EntryPoints {

    private static final long ANSWER_WITHIN = Duration.ofDays(1).toMillis();
    private static final long LASTS = Duration.ofDays(3).toMillis();

    private final ConcurrentHashMap<String, Long> clicks = new ConcurrentHashMap<>(1);
    private final ConcurrentHashMap<String, Long> ends = new ConcurrentHashMap<>(1);

    void cameFromAd(String number, long nowMillis) {
        clicks.put(number, nowMillis);
    }

    /** The end of the entry point an answer at that moment falls into or opens; null for none. */
    @Nullable
    Long answered(String number, long nowMillis) {
        if (clicks.isEmpty() && ends.isEmpty()) {
            return null;
        }
        Long click = clicks.remove(number);
        if (click != null && nowMillis - click < ANSWER_WITHIN) {
            ends.put(number, nowMillis + LASTS);
        }
        Long end = ends.get(number);
        return end != null && nowMillis < end ? end : null;
    }
}
