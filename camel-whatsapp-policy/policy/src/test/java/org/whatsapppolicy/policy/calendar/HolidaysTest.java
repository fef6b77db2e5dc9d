package org.whatsapppolicy.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S-27: holidays by country")
class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "1961, 04-02",
        "1981, 04-19",
        "2000, 04-23",
        "2008, 03-23",
        "2011, 04-24",
        "2024, 03-31",
        "2025, 04-20",
        "2026, 04-05",
        "2027, 03-28",
        "2038, 04-25",
        "2049, 04-18",
        "2076, 04-19",
        "2100, 03-28"
    })
    void easter_falls_where_the_church_has_it(int year, String date) {
        assertThat(Easter.of(year)).isEqualTo(year + "-" + date).matches(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "BR, 2026-11-20, true", "BR, 2026-04-03, true", "BR, 2026-11-24, false", "DE, 2026-05-14, true",
        "DE, 2026-10-03, true", "US, 2026-11-26, true", "US, 2026-05-25, true", "US, 2026-11-27, false",
        "MX, 2026-03-16, true", "GB, 2026-08-31, true", "PT, 2026-06-04, true"
    })
    void a_date_is_one_or_is_not(String country, LocalDate date, boolean holiday) {
        assertThat(Objects.requireNonNull(Holidays.of(country)).contains(date)).isEqualTo(holiday);
    }

    @Test
    void a_country_without_a_calendar_has_none() {
        assertThat(Holidays.of("QQ")).isNull();
    }

    @Test
    void a_rule_that_is_none_says_how_one_is_written() {
        assertThatThrownBy(() -> HolidayRule.parse("christmas"))
                .hasMessageContaining("found christmas")
                .hasMessageContaining("11#4thu");
    }

    @Test
    void the_reference_page_names_the_countries_that_have_one() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "policy-document.md"));
        assertThat(page).contains("calendars of " + String.join(", ", new TreeSet<>(Holidays.countries())));
    }
}
