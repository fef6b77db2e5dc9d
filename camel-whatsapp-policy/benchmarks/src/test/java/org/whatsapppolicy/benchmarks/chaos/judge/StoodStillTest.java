package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

class StoodStillTest {

    @Test
    void a_pause_counts_as_far_as_it_lies_in_the_span() {
        assertThat(within(new Mishap("pause", "a", 50, 130))).isEqualTo(30);
        assertThat(within(new Mishap("pause", "a", 180, 300))).isEqualTo(20);
        assertThat(within(new Mishap("pause", "a", 0, 300))).isEqualTo(100);
        assertThat(within(new Mishap("pause", "a", 0, 90))).isZero();
    }

    @Test
    void only_of_that_node_but_a_stall_is_everybodys() {
        assertThat(within(new Mishap("pause", "b", 100, 200))).isZero();
        assertThat(within(new Mishap("slow to platform", "a", 100, 200))).isZero();
        assertThat(within(new Mishap(Mishap.STALL, "", 110, 150))).isEqualTo(40);
    }

    @Test
    void what_two_of_them_cover_counts_once() {
        assertThat(within(
                        new Mishap(Mishap.STALL, "", 140, 150),
                        new Mishap("pause", "a", 120, 160),
                        new Mishap(Mishap.STALL, "", 155, 170),
                        new Mishap(Mishap.STALL, "", 180, 190)))
                .isEqualTo(60);
    }

    private static long within(Mishap... mishaps) {
        return StoodStill.within(List.of(mishaps), "a", 100, 200);
    }
}
