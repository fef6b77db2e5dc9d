package org.whatsapppolicy.policy.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time between two clock changes of a zone.
 *
 * @param from epoch second, inclusive
 * @param until epoch second of the next change, exclusive
 * @param offset seconds that local time is ahead of UTC
 */
record OffsetSegment(long from, long until, int offset) {

    /** Decisions are about now, and one segment lasts for months; asking the rules of a zone takes ten times as long. */
    private static final Map<ZoneId, OffsetSegment> LATEST = new ConcurrentHashMap<>();

    static OffsetSegment at(ZoneId zone, long second) {
        if (zone instanceof ZoneOffset fixed) {
            return new OffsetSegment(Long.MIN_VALUE, Long.MAX_VALUE, fixed.getTotalSeconds());
        }
        OffsetSegment latest = LATEST.get(zone);
        if (latest == null || second < latest.from || second >= latest.until) {
            latest = of(zone.getRules(), second);
            LATEST.put(zone, latest);
        }
        return latest;
    }

    private static OffsetSegment of(ZoneRules rules, long second) {
        Instant instant = Instant.ofEpochSecond(second);
        // The rules look strictly before: a nanosecond later, a change at this very second is found.
        ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        return new OffsetSegment(
                last == null ? Long.MIN_VALUE : last.toEpochSecond(),
                next == null ? Long.MAX_VALUE : next.toEpochSecond(),
                rules.getOffset(instant).getTotalSeconds());
    }
}
