package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-27. */
class QuietHoursTest {

    private static final Set<ZoneId> UTC = Set.of(ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource({
        // 2026-03-02 is a Monday.
        "20:00-08:00,         2026-03-02T19:59:59.999Z, false",
        "20:00-08:00,         2026-03-02T20:00:00Z,     true",
        "20:00-08:00,         2026-03-03T07:59:59.999Z, true",
        "20:00-08:00,         2026-03-03T08:00:00Z,     false",
        "sun,                 2026-03-01T00:00:00Z,     true",
        "sun,                 2026-03-01T23:59:59Z,     true",
        "sun,                 2026-03-02T00:00:00Z,     false",
        "sat 16:00-24:00,     2026-03-07T23:59:59Z,     true",
        "sat 16:00-24:00,     2026-03-08T00:00:00Z,     false",
        "sun 22:00-06:00,     2026-03-02T05:59:00Z,     true",
        "sun 22:00-06:00,     2026-03-01T05:59:00Z,     false",
        "sat 22:00-00:00,     2026-03-07T23:59:00Z,     true",
        "mon-fri 12:00-13:00, 2026-03-06T12:30:00Z,     true",
        "mon-fri 12:00-13:00, 2026-03-07T12:30:00Z,     false",
        "fri-mon,             2026-03-02T12:30:00Z,     true",
        "fri-mon,             2026-03-03T12:30:00Z,     false",
        "00:00-24:00,         2026-03-03T12:30:00Z,     true",
    })
    void from_is_inclusive_and_to_exclusive_and_midnight_belongs_to_the_day_before(
            String text, Instant now, boolean quiet) {
        assertThat(QuietHours.parse(List.of(text)).quiet(now, UTC)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        // Europe/Berlin skips 02:00-03:00 on 2026-03-29 and repeats it on 2026-10-25.
        "Europe/Berlin,       02:00-03:00, 2026-03-29T00:59:59Z, false, 2026-03-29T00:59:59Z",
        "Europe/Berlin,       02:00-03:00, 2026-03-29T01:00:00Z, false, 2026-03-29T01:00:00Z",
        "Europe/Berlin,       20:00-02:30, 2026-03-29T00:30:00Z, true,  2026-03-29T01:00:00Z",
        "Europe/Berlin,       02:00-03:00, 2026-10-25T00:30:00Z, true,  2026-10-25T02:00:00Z",
        "Europe/Berlin,       20:00-02:30, 2026-10-25T00:00:00Z, true,  2026-10-25T00:30:00Z",
        "Europe/Berlin,       20:00-02:30, 2026-10-25T01:00:00Z, true,  2026-10-25T01:30:00Z",
        // Sao Paulo had no midnight on 2018-11-04.
        "America/Sao_Paulo,   23:00-00:30, 2018-11-04T02:59:00Z, true,  2018-11-04T03:00:00Z",
        // Lord Howe repeats half an hour on 2026-04-05.
        "Australia/Lord_Howe, 01:00-01:45, 2026-04-04T14:40:00Z, true,  2026-04-04T14:45:00Z",
        "Australia/Lord_Howe, 01:00-01:45, 2026-04-04T15:00:00Z, true,  2026-04-04T15:15:00Z",
        // St John's went back from one minute past midnight to the day before, 2010-11-07.
        "America/St_Johns,    sat,         2010-11-07T02:31:00Z, true,  2010-11-07T03:30:00Z",
        "Asia/Kathmandu,      20:00-08:00, 2026-03-02T14:15:00Z, true,  2026-03-03T02:15:00Z",
        "America/New_York,    20:00-08:00, 2026-03-08T01:00:00Z, true,  2026-03-08T12:00:00Z",
    })
    void clock_changes_are_judged_by_the_local_time_of_each_instant(
            ZoneId zone, String text, Instant now, boolean quiet, Instant next) {
        QuietHours hours = QuietHours.parse(List.of(text));

        assertThat(hours.quiet(now, Set.of(zone))).isEqualTo(quiet);
        assertThat(hours.nextAllowed(now, Set.of(zone))).isEqualTo(next);
    }

    @Test
    void a_gap_that_swallows_quiet_hours_puts_them_off_to_the_next_day() {
        QuietHours hours = QuietHours.parse(List.of("02:00-03:00"));

        assertThat(hours.nextQuiet(Instant.parse("2026-03-29T00:30:00Z"), Set.of(ZoneId.of("Europe/Berlin"))))
                .isEqualTo("2026-03-30T00:00:00Z");
    }

    @Test
    void several_zones_are_quiet_when_one_of_them_is() {
        QuietHours night = QuietHours.parse(List.of("20:00-08:00"));
        Set<ZoneId> brazil = Set.of(ZoneId.of("America/Sao_Paulo"), ZoneId.of("America/Rio_Branco"));
        Instant nineInSaoPaulo = Instant.parse("2026-03-03T12:00:00Z");

        assertThat(night.quiet(nineInSaoPaulo, brazil)).isTrue();
        assertThat(night.nextAllowed(nineInSaoPaulo, brazil)).isEqualTo("2026-03-03T13:00:00Z");
        assertThat(night.nextQuiet(Instant.parse("2026-03-03T15:00:00Z"), brazil))
                .isEqualTo("2026-03-03T23:00:00Z");
    }

    @Test
    void no_common_hour_has_no_next_one() {
        QuietHours most = QuietHours.parse(List.of("12:00-00:00"));

        assertThat(next(most, "UTC", "Asia/Tokyo")).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(next(most, "UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo"))
                .isNull();
        assertThat(next(QuietHours.parse(List.of("00:00-24:00")), "UTC")).isNull();
    }

    private static @Nullable Instant next(QuietHours hours, String... zones) {
        return hours.nextAllowed(
                Instant.parse("2026-03-02T12:00:00Z"),
                Set.copyOf(List.of(zones).stream().map(ZoneId::of).toList()));
    }

    @Test
    void without_any_zone_quiet_hours_hold_everything() {
        QuietHours night = QuietHours.parse(List.of("20:00-08:00"));

        assertThat(night.quiet(Instant.EPOCH, Set.of())).isTrue();
        assertThat(night.nextAllowed(Instant.EPOCH, Set.of())).isNull();
        assertThat(night.nextQuiet(Instant.EPOCH, Set.of())).isEqualTo(Instant.EPOCH);
    }

    @Test
    void none_is_never_quiet() {
        assertThat(QuietHours.NONE.quiet(Instant.EPOCH, Set.of())).isFalse();
        assertThat(QuietHours.NONE.nextAllowed(Instant.EPOCH, Set.of())).isEqualTo(Instant.EPOCH);
        assertThat(QuietHours.NONE.nextQuiet(Instant.EPOCH, UTC)).isNull();
        assertThat(QuietHours.parse(List.of())).isEqualTo(QuietHours.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20:00", "20:00-20:00", "24:00-08:00", "sat  16:00-24:00", "Sat", "mon-", "sat16:00-24:00"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuietHours.parse(List.of(text)))
                .withMessageStartingWith("found `" + text + "`, expected ");
    }
}
