package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Local dates of one zone within a stretch of time. Most stretches see no change of clocks: then one look at the zone's rules
 * serves every instant of them.
 */
final class LocalDays {

    private final ZoneId zone;
    private final Instant from;
    private final Instant until;
    private final int offset;

    private LocalDays(ZoneId zone, Instant from, Instant until, int offset) {
        this.zone = zone;
        this.from = from;
        this.until = until;
        this.offset = offset;
    }

    /** Any instant may be asked for; those between {@code from} and {@code until} are quick. */
    static LocalDays between(ZoneId zone, Instant from, Instant until) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.nextTransition(from);
        Instant same = change == null || change.getInstant().isAfter(until) ? until : change.getInstant();
        return new LocalDays(zone, from, same, rules.getOffset(from).getTotalSeconds());
    }

    /** The local date at the instant, in days since 1970-01-01. */
    long of(Instant t) {
        return t.isBefore(from) || !t.isBefore(until) ? LocalDay.of(zone, t) : LocalDay.of(offset, t);
    }
}
