package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** S-27, against an oracle that looks at every minute through the eyes of {@link ZonedDateTime}. */
class QuietHoursProperties {

    private static final List<ZoneId> ZONES = List.of(
                    "America/Sao_Paulo",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "America/St_Johns",
                    "Asia/Riyadh",
                    "Pacific/Apia")
            .stream()
            .map(ZoneId::of)
            .toList();

    /**
     * @param day 1 is Monday; 0 stands for every day
     */
    record Entry(int day, int from, int to) {
        String text() {
            String name =
                    day == 0 ? "" : DayOfWeek.of(day).name().substring(0, 3).toLowerCase(Locale.ROOT) + " ";
            return name + time(from) + "-" + time(to);
        }

        private static String time(int minute) {
            return String.format("%02d:%02d", minute / 60, minute % 60);
        }

        boolean quiet(ZonedDateTime local) {
            int today = local.getDayOfWeek().getValue();
            int yesterday = local.getDayOfWeek().minus(1).getValue();
            int minute = local.getHour() * 60 + local.getMinute();
            if (from < to) {
                return startsOn(today) && minute >= from && minute < to;
            }
            return (startsOn(today) && minute >= from) || (startsOn(yesterday) && minute < to);
        }

        private boolean startsOn(int weekday) {
            return day == 0 || day == weekday;
        }
    }

    @Property(tries = 2000)
    void quiet_is_what_the_clock_on_the_wall_says(
            @ForAll("entries") List<Entry> entries,
            @ForAll("zones") Set<ZoneId> zones,
            @ForAll("instants") Instant now) {
        assertThat(hours(entries).quiet(now, zones)).isEqualTo(oracle(entries, zones, now));
    }

    @Property(tries = 150)
    void next_allowed_is_the_first_minute_that_is_not_quiet(
            @ForAll("entries") List<Entry> entries,
            @ForAll("zones") Set<ZoneId> zones,
            @ForAll("instants") Instant now) {
        assertThat(hours(entries).nextAllowed(now, zones))
                .isEqualTo(first(now, instant -> !oracle(entries, zones, instant)));
    }

    @Property(tries = 150)
    void next_quiet_is_the_first_minute_that_is_quiet(
            @ForAll("entries") List<Entry> entries,
            @ForAll("zones") Set<ZoneId> zones,
            @ForAll("instants") Instant now) {
        Instant expected = first(now, instant -> oracle(entries, zones, instant));
        Instant found = hours(entries).nextQuiet(now, zones);

        if (expected != null) {
            assertThat(found).isEqualTo(expected);
        } else {
            // A clock change can swallow a weekly quiet hour; the oracle does not look further than 8 days.
            assertThat(found).isAfter(now.plus(Duration.ofDays(8)));
        }
    }

    private static QuietHours hours(List<Entry> entries) {
        return QuietHours.parse(entries.stream().map(Entry::text).toList());
    }

    private static boolean oracle(List<Entry> entries, Set<ZoneId> zones, Instant instant) {
        return zones.stream().map(instant::atZone).anyMatch(local -> entries.stream()
                .anyMatch(entry -> entry.quiet(local)));
    }

    /** Offsets of these years are whole minutes, so only whole minutes can be the first of anything. */
    private static @Nullable Instant first(Instant now, Predicate<Instant> wanted) {
        if (wanted.test(now)) {
            return now;
        }
        Instant end = now.plus(Duration.ofDays(8));
        for (Instant minute = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
                !minute.isAfter(end);
                minute = minute.plusSeconds(60)) {
            if (wanted.test(minute)) {
                return minute;
            }
        }
        return null;
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1439),
                Arbitraries.integers().between(0, 5).map(hour -> hour * 60));
        return Combinators.combine(Arbitraries.integers().between(0, 7), minutes, minutes)
                .as(Entry::new)
                .filter(entry -> entry.from() != entry.to())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Set<ZoneId>> zones() {
        return Arbitraries.of(ZONES).set().ofMinSize(1).ofMaxSize(3);
    }

    /** Near a clock change of some zone more often than not. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(
                        Instant.parse("1990-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2040-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Instant> changes = Combinators.combine(
                        Arbitraries.of(ZONES), anywhere, Arbitraries.longs().between(-36 * 3600_000L, 36 * 3600_000L))
                .as((zone, around, millis) -> {
                    ZoneOffsetTransition change = zone.getRules().previousTransition(around);
                    return (change == null ? around : change.getInstant()).plusMillis(millis);
                });
        return Arbitraries.oneOf(anywhere, changes, changes);
    }
}
