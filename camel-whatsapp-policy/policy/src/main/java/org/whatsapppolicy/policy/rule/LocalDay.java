package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Local dates as days since 1970-01-01, without the objects that java.time would make on the way. */
final class LocalDay {

    private static final long DAY = 86_400;

    private LocalDay() {}

    /** The local date at the instant. */
    static long of(ZoneId zone, Instant t) {
        return of(zone.getRules().getOffset(t).getTotalSeconds(), t);
    }

    /** The local date at the instant where clocks are {@code offset} seconds ahead of UTC. */
    static long of(int offset, Instant t) {
        return Math.floorDiv(t.getEpochSecond() + offset, DAY);
    }

    /** The first instant of the local date, which clock changes may put later than midnight. */
    static Instant start(ZoneId zone, long day) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return Instant.ofEpochSecond(
                    day * DAY - rules.getOffset(Instant.EPOCH).getTotalSeconds());
        }
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
    }
}
