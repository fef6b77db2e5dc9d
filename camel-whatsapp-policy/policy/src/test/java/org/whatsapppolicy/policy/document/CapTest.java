package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-25. */
class CapTest {

    @Test
    void each_form_says_what_it_means() {
        assertThat(Cap.parse("1/24h")).isEqualTo(new Cap.Rolling(1, Duration.ofHours(24), false));
        assertThat(Cap.parse("3/7d until reply")).isEqualTo(new Cap.Rolling(3, Duration.ofDays(7), true));
        assertThat(Cap.parse("2/calendar-day")).isEqualTo(new Cap.CalendarDay(2, false));
        assertThat(Cap.parse("2 days/7d until reply")).isEqualTo(new Cap.Days(2, 7, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/24h", "3/7d", "5/1h until reply", "2/calendar-day", "2 days/7d until reply", "9/92d"})
    void is_written_as_it_was_read(String text) {
        assertThat(Cap.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "3/week,                 3/7d",
        "2 per day,              2/24h",
        "1/24 h,                 1/24h",
        "1/24H,                  1/24h",
        "2/calendarday,          2/calendar-day",
        "2 day/7d,               2 days/7d",
        "1/24h unless reply,     1/24h until reply",
        "4 a month,              4/30d",
        "1/90m,                  1/2h",
    })
    void anything_else_is_refused_with_a_suggestion(String text, String suggestion) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cap.parse(text))
                .withMessageStartingWith("found `" + text + "`, expected ")
                .withMessageEndingWith("; write `" + suggestion + "`");
        assertThat(Cap.parse(suggestion)).hasToString(suggestion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0/24h",
                "1/0h",
                "-1/24h",
                "1/24",
                "1/93d",
                "1/9999h",
                "8 days/7d",
                "1/24h until",
                "1/24h  until reply"
            })
    void a_cap_that_means_nothing_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cap.parse(text));
    }
}
