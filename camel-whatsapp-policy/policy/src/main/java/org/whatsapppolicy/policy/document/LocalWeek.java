package org.whatsapppolicy.policy.document;

import java.time.ZoneId;

/**
 * Walks the instants of one zone through a {@link WeekTable}. An instant is judged by the local time it has: an hour that a
 * clock change skips is nobody's, one that it repeats is judged twice. Instants are epoch seconds, so that nothing is
 * allocated on the way.
 */
final class LocalWeek {

    static final long NEVER = Long.MAX_VALUE;

    /** The epoch was a Thursday; the table begins on Monday. */
    private static final long EPOCH_SECOND_OF_WEEK = 3L * 24 * 60 * 60;

    private static final long SECONDS_A_WEEK = 7L * 24 * 60 * 60;

    private LocalWeek() {}

    static boolean quiet(WeekTable table, ZoneId zone, long second) {
        return table.quiet((int) (secondOfWeek(second, OffsetSegment.at(zone, second)) / 60));
    }

    /** The first second, not before {@code from}, at which the zone is quiet, or at which it is not. */
    static long first(WeekTable table, ZoneId zone, boolean quiet, long from, long limit) {
        long second = from;
        while (second <= limit) {
            OffsetSegment segment = OffsetSegment.at(zone, second);
            long local = secondOfWeek(second, segment);
            int minutes = table.minutesUntil(quiet, (int) (local / 60));
            if (minutes < 0) {
                return NEVER;
            }
            long candidate = minutes == 0 ? second : second - local % 60 + minutes * 60L;
            if (candidate < segment.until()) {
                return candidate;
            }
            second = segment.until();
        }
        return NEVER;
    }

    private static long secondOfWeek(long epochSecond, OffsetSegment segment) {
        return Math.floorMod(epochSecond + segment.offset() + EPOCH_SECOND_OF_WEEK, SECONDS_A_WEEK);
    }
}
