package org.whatsapppolicy.camel.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("S-11, S-12: the time of an act is an instant, and nothing less")
class InstantsTest {

    private static final Instant NINE = Instant.parse("2026-03-24T09:00:00Z");

    static Stream<Object> instants() {
        return Stream.of(
                NINE,
                "2026-03-24T09:00:00Z",
                "2026-03-24T06:00:00-03:00",
                "2026-03-24T09:00:00.000+0000",
                Date.from(NINE),
                Timestamp.from(NINE));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void instants_are_read_as_routes_carry_them(Object value) {
        assertThat(Instants.read("actedAt", value)).isEqualTo(NINE);
    }

    /** A day has no hour: its first would put an opt-out before a grant of the same day. */
    static Stream<Object> others() {
        return Stream.of(
                "2026-03-24",
                "2026-03-24T09:00:00",
                LocalDate.of(2026, 3, 24),
                LocalDateTime.of(2026, 3, 24, 9, 0),
                java.sql.Date.valueOf("2026-03-24"),
                java.sql.Time.valueOf("09:00:00"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_day_or_a_local_time_is_no_instant(Object value) {
        assertThatThrownBy(() -> Instants.read("actedAt", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("actedAt: expected an instant with zone or offset");
    }

    static Stream<Object> beyond() {
        return Stream.of(
                Instant.MAX,
                Instant.MIN,
                new Timestamp(Long.MAX_VALUE),
                "+10000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z");
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void what_no_database_could_keep_is_refused(Object value) {
        assertThatThrownBy(() -> Instants.read("expires", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expires: expected an instant of the years 1 to 9999");
    }

    @Test
    void an_error_does_not_quote_what_it_found() {
        assertThatThrownBy(() -> Instants.read("expires", "+5511987654321"))
                .hasMessageContaining("expires")
                .hasMessageNotContaining("98765");
    }
}
