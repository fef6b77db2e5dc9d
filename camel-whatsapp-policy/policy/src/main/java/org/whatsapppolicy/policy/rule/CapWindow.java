package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Cap;

/**
 * From when on a cap has room (S-25), exact over the instants at which the platform may have taken each message (M-5). A
 * message under way counts on every instant of its way, and so does the one being decided.
 */
final class CapWindow {

    /** Longer than any cap reaches: what has no room by then never has. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private CapWindow() {}

    /**
     * The earliest instant not before {@code t} at which one more message is within the cap.
     *
     * @return null when there is none
     */
    static @Nullable Instant free(Case c, WithinCaps of, Cap cap, Instant t) {
        if (cap instanceof Cap.Rolling rolling) {
            return rolling(c, of, rolling, t);
        }
        Instant free = t;
        Instant never = t.plus(LONGEST);
        for (boolean held = true; held; ) {
            held = false;
            for (ZoneId zone : c.zones()) {
                while (holds(c, of, cap, zone, free)) {
                    free = LocalDay.start(zone, LocalDay.of(zone, free) + 1);
                    held = true;
                    if (free.isAfter(never)) {
                        return null;
                    }
                }
            }
        }
        return free;
    }

    private static @Nullable Instant rolling(Case c, WithinCaps of, Cap.Rolling cap, Instant t) {
        Instant start = t.minus(cap.window());
        List<SentMessage> sent = c.person.sent();
        int count = 0;
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).to().isAfter(start) && of.counts(c, sent.get(i))) {
                count++;
            }
        }
        if (count < cap.limit()) {
            return t;
        }
        if (cap.limit() < 1) {
            return null;
        }
        PriorityQueue<Instant> latest = new PriorityQueue<>();
        for (SentMessage message : sent) {
            if (of.counts(c, message)) {
                latest.add(message.to());
                if (latest.size() > cap.limit()) {
                    latest.remove();
                }
            }
        }
        return latest.element().plus(cap.window());
    }

    private static boolean holds(Case c, WithinCaps of, Cap cap, ZoneId zone, Instant t) {
        if (cap instanceof Cap.CalendarDay day) {
            return today(c, of, zone, t) >= day.limit();
        }
        return cap instanceof Cap.Days days && full(c, of, days, zone, t);
    }

    /** What touched the local date of {@code t}. What began by then and ended on a later date touched it too. */
    private static int today(Case c, WithinCaps of, ZoneId zone, Instant t) {
        Instant start = LocalDay.start(zone, LocalDay.of(zone, t));
        List<SentMessage> sent = c.person.sent();
        int count = 0;
        for (int i = 0; i < sent.size(); i++) {
            if (!sent.get(i).to().isBefore(start) && of.counts(c, sent.get(i))) {
                count++;
            }
        }
        return count;
    }

    /**
     * Whether one more message would touch too many dates. One that begins just before midnight may arrive after it, and
     * then touches both dates.
     */
    private static boolean full(Case c, WithinCaps of, Cap.Days cap, ZoneId zone, Instant t) {
        Instant start = t.minusSeconds((cap.of() + 1L) * 86_400);
        Instant end = t.plus(c.way);
        LocalDays dates = LocalDays.between(zone, start, end);
        long first = dates.of(t);
        long last = dates.of(end);
        long origin = first - cap.of() + 1;
        BitSet touched = new BitSet(cap.of() + 2);
        touched.set(bit(first, origin), bit(last, origin) + 1);
        List<SentMessage> sent = c.person.sent();
        for (int i = 0; i < sent.size(); i++) {
            SentMessage message = sent.get(i);
            if (message.to().isAfter(start) && of.counts(c, message)) {
                long from = Math.max(dates.of(message.from()), origin);
                long to = dates.of(message.to());
                if (to >= origin) {
                    touched.set(bit(from, origin), bit(to, origin) + 1);
                }
            }
        }
        boolean full = false;
        for (long day = first; day <= last; day++) {
            int after = bit(day, origin) + 1;
            full |= touched.get(after - cap.of(), after).cardinality() > cap.days();
        }
        return full;
    }

    private static int bit(long day, long origin) {
        return Math.toIntExact(day - origin);
    }
}
