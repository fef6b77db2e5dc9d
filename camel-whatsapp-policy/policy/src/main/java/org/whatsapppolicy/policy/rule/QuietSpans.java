package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.QuietHours;

/**
 * Remembers the span of quiet, or of no quiet, that was last asked for. Whether it is quiet changes twice a day and is asked
 * for every message; a span says exactly the same as asking anew. Thread-safe, bounded.
 */
final class QuietSpans {

    private static final int MOST = 4096;

    private final Map<Key, Span> spans = new ConcurrentHashMap<>();

    Span at(QuietHours hours, Set<ZoneId> zones, Instant t) {
        Key key = new Key(hours, zones);
        Span known = spans.get(key);
        if (known != null && known.covers(t)) {
            return known;
        }
        boolean quiet = hours.quiet(t, zones);
        Span span = new Span(t, quiet ? hours.nextAllowed(t, zones) : hours.nextQuiet(t, zones), quiet);
        if (spans.size() >= MOST) {
            spans.clear();
        }
        spans.put(key, span);
        return span;
    }

    private record Key(QuietHours hours, Set<ZoneId> zones) {}

    /**
     * A time in which the answer is the same.
     *
     * @param start inclusive
     * @param end exclusive; null when no end is in sight
     * @param quiet the answer
     */
    record Span(Instant start, @Nullable Instant end, boolean quiet) {

        private boolean covers(Instant t) {
            // Without an end in sight the answer holds for the instant it was given for, and no longer.
            return end == null ? t.equals(start) : !t.isBefore(start) && t.isBefore(end);
        }
    }
}
