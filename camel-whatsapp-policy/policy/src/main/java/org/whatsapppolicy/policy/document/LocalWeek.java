package org.whatsapppolicy.policy.document;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Walks the instants of one zone through a {@link WeekTable}. An instant is judged by the local time it has: an hour that a
 * clock change skips is nobody's, one that it repeats is judged twice. Seconds as plain numbers, so that nothing is
 * allocated on the way.
 */
final class LocalWeek {

    static final long NEVER = Long.MAX_VALUE;

    /** The epoch was a Thursday; the table begins on Monday. */
    private static final long EPOCH_SECOND_OF_WEEK = 3L * 24 * 60 * 60;

    private static final long SECONDS_A_WEEK = 7L * 24 * 60 * 60;

    private LocalWeek() {}

    static boolean quiet(WeekTable table, ZoneRules rules, Instant instant) {
        long local =
                secondOfWeek(instant.getEpochSecond(), rules.getOffset(instant).getTotalSeconds());
        return table.quiet((int) (local / 60));
    }

    /** The first whole second, not before {@code from}, at which the zone is quiet, or at which it is not. */
    static long first(WeekTable table, ZoneRules rules, boolean quiet, long from, long limit) {
        long second = from;
        while (second <= limit) {
            Instant instant = Instant.ofEpochSecond(second);
            int offset = rules.getOffset(instant).getTotalSeconds();
            long local = secondOfWeek(second, offset);
            int minutes = table.minutesUntil(quiet, (int) (local / 60));
            if (minutes < 0) {
                return NEVER;
            }
            long candidate = minutes == 0 ? second : second - local % 60 + minutes * 60L;
            ZoneOffsetTransition change = rules.isFixedOffset() ? null : rules.nextTransition(instant);
            if (change == null || candidate < change.toEpochSecond()) {
                return candidate;
            }
            second = change.toEpochSecond();
        }
        return NEVER;
    }

    private static long secondOfWeek(long epochSecond, int offset) {
        return Math.floorMod(epochSecond + offset + EPOCH_SECOND_OF_WEEK, SECONDS_A_WEEK);
    }
}
