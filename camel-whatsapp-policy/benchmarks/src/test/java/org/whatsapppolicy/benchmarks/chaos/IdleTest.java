package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;

/** What a run must have done, by its options. */
class IdleTest {

    private static final Mishap KILL = new Mishap("kill", "node0", 1, 1);

    @Test
    void a_run_that_did_what_it_was_to_do_is_fine() {
        assertThat(Idle.of(options(30, 1_500), 7, 5, List.of(KILL))).isEmpty();
    }

    @Test
    void nothing_accepted_and_nothing_decided_again_show_nothing() {
        assertThat(Idle.of(options(30, 1_500), 0, 0, List.of(KILL)))
                .extracting(Violation::what)
                .satisfiesExactly(
                        one -> assertThat(one).endsWith("found no message that the platform accepted"),
                        one -> assertThat(one).endsWith("found no decision that could be made again"));
    }

    @Test
    void a_wild_run_of_half_a_minute_kills_somebody() {
        assertThat(Idle.of(options(30, 1_500), 7, 5, List.of())).hasSize(1);
    }

    @Test
    void one_that_is_short_or_peaceful_or_has_time_for_a_mishap_or_two_need_not() {
        assertThat(Idle.of(options(29, 1_500), 7, 5, List.of())).isEmpty();
        assertThat(Idle.of(options(30, 0), 7, 5, List.of())).isEmpty();
        assertThat(Idle.of(options(30, 20_000), 7, 5, List.of())).isEmpty();
    }

    @Test
    void a_mishap_that_did_not_come_about_is_named() {
        Mishap failed = new Mishap(Mishap.FAILED, "mischief-node0: java.io.IOException", 1, 1);

        assertThat(Idle.of(options(5, 1_500), 7, 5, List.of(failed)))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("mischief-node0: java.io.IOException"));
    }

    private static ChaosOptions options(int seconds, int pause) {
        return new ChaosOptions(1, Duration.ofSeconds(seconds), 3, true, 120, 60, pause, true);
    }
}
