package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Local times in which nobody is messaged (S-27). Each instant is judged by the local time it has in a zone, so clock changes
 * need no rule of their own. Where there are quiet hours and no zone at all, it counts as quiet: who cannot tell the hour
 * must not message. Immutable and thread-safe.
 */
public final class QuietHours {

    /** No quiet hours: written {@code none}. */
    public static final QuietHours NONE = new QuietHours(List.of());

    private static final Duration SEARCH = Duration.ofDays(8);

    /** A table that is quiet at all is quiet within a week, unless clock changes come in between. */
    private static final long QUIET_SEARCH_SECONDS = Duration.ofDays(30).toSeconds();

    private static final String HOLIDAYS = "holidays";

    private final List<String> texts;
    private final boolean holidays;
    private final WeekTable table = new WeekTable();

    /**
     * @param texts entries as they are written in the document, such as {@code 20:00-08:00} or {@code sun}; empty means none
     * @throws IllegalArgumentException that says what was found and how to write it
     */
    public QuietHours(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.holidays = texts.contains(HOLIDAYS);
        this.texts.stream().filter(text -> !text.equals(HOLIDAYS)).forEach(text -> QuietEntry.parse(text)
                .mark(table));
    }

    /**
     * Reads entries as they are written in the document.
     *
     * @throws IllegalArgumentException that says what was found and how to write it
     */
    public static QuietHours parse(List<String> texts) {
        return new QuietHours(texts);
    }

    /** The entries as written; empty means none. */
    public List<String> texts() {
        return texts;
    }

    /**
     * Whether {@code holidays} stands among the entries. Which days those are depends on the person's country, so {@link #quiet}
     * and the others know only the hours and weekdays.
     */
    public boolean holidays() {
        return holidays;
    }

    /** Whether it is quiet at {@code now} in at least one of the zones. */
    public boolean quiet(Instant now, Set<ZoneId> zones) {
        if (texts.isEmpty()) {
            return false;
        }
        long second = now.getEpochSecond();
        for (ZoneId zone : zones) {
            if (LocalWeek.quiet(table, zone, second)) {
                return true;
            }
        }
        return zones.isEmpty();
    }

    /**
     * The earliest instant not before {@code now} that is outside quiet hours in every zone.
     *
     * @return null when there is no such instant within the next 8 days ({@code no-common-hour})
     */
    public @Nullable Instant nextAllowed(Instant now, Set<ZoneId> zones) {
        if (!quiet(now, zones)) {
            return now;
        }
        if (zones.isEmpty()) {
            return null;
        }
        long limit = now.plus(SEARCH).getEpochSecond();
        long second = now.getEpochSecond();
        // Each round moves to the first allowed second of one zone; when a whole round moves nothing, all of them
        // agree.
        for (long before = Long.MIN_VALUE; before != second; ) {
            before = second;
            for (ZoneId zone : zones) {
                second = LocalWeek.first(table, zone, false, second, limit);
                if (second > limit) {
                    return null;
                }
            }
        }
        return Instant.ofEpochSecond(second);
    }

    /**
     * The earliest instant not before {@code now} at which it is quiet in any zone: until then an answer given now holds.
     *
     * @return {@code now} itself when it is quiet already; null when it never is
     */
    public @Nullable Instant nextQuiet(Instant now, Set<ZoneId> zones) {
        if (texts.isEmpty()) {
            return null;
        }
        if (zones.isEmpty()) {
            return now;
        }
        long from = now.getEpochSecond();
        long earliest = LocalWeek.NEVER;
        for (ZoneId zone : zones) {
            long limit = Math.min(earliest, from + QUIET_SEARCH_SECONDS);
            earliest = Math.min(earliest, LocalWeek.first(table, zone, true, from, limit));
        }
        if (earliest == from) {
            return now;
        }
        return earliest == LocalWeek.NEVER ? null : Instant.ofEpochSecond(earliest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuietHours that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return "QuietHours" + texts;
    }
}
