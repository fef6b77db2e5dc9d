package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

/** What ends, and what must not. */
class EndsTest {

    private static final Instant AT = Instant.parse("2026-03-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"HELD", "SENDING"})
    void a_message_that_stands_there_when_days_have_passed_never_ended(String state) {
        assertThat(Ended.of(List.of(row(state)))).singleElement().satisfies(found -> {
            assertThat(found.promise()).isEqualTo(4);
            assertThat(found.what()).contains("m1", state);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "DELIVERED", "DENIED", "EXPIRED", "FAILED", "UNKNOWN"})
    void others_have_ended(String state) {
        assertThat(Ended.of(List.of(row(state)))).isEmpty();
    }

    @Test
    void a_node_may_be_killed_and_must_not_die() {
        Mishap kill = new Mishap("kill", "node0", 1, 1);
        Mishap death = new Mishap(Mishap.DEATH, "node0, exit code 3", 2, 2);

        assertThat(Alive.of(List.of(kill))).isEmpty();
        assertThat(Alive.of(List.of(kill, death)))
                .containsExactly(new Violation(4, "a node died by itself: node0, exit code 3"));
    }

    private static Row row(String state) {
        return new Row(
                "m1",
                1L,
                "+5511970000000",
                "slip",
                state,
                1,
                AT,
                null,
                AT,
                null,
                null,
                "k1",
                true,
                AT,
                "",
                "[]",
                0,
                null);
    }
}
