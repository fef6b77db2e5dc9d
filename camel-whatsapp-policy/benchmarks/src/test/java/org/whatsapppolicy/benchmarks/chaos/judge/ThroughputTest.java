package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

@DisplayName("S-30: the platform has no reason to say 130429")
class ThroughputTest {

    private static final long LATER = 60_000;

    private final Scene scene = new Scene();

    @Test
    void each_request_that_it_refuses_so_is_found() {
        scene.takes(scene.request(0, "slip"), "slip");
        scene.tooFast(LATER, "slip");
        scene.tooFast(LATER, "slip");

        assertThat(judged()).hasSize(2).extracting(Violation::promise).containsOnly(6);
    }

    @Test
    void what_piled_up_behind_a_node_that_stood_still_is_not() {
        scene.tooFast(LATER, "slip");

        scene.mishap("pause", "node1", LATER - 3_000, LATER - 1_000);

        assertThat(judged()).isEmpty();
    }

    @Test
    void a_mishap_of_long_ago_explains_nothing() {
        scene.tooFast(LATER, "slip");

        scene.mishap("pause", "node1", 0, LATER - 10_000);

        assertThat(judged()).hasSize(1);
    }

    @Test
    void nor_does_a_machine_that_stood_still_for_a_moment_only() {
        scene.tooFast(LATER, "slip");

        scene.mishap(Mishap.STALL, "", LATER - 1_000, LATER - 900);
        assertThat(judged()).hasSize(1);
        scene.mishap(Mishap.STALL, "", LATER - 800, LATER - 600);
        assertThat(judged()).isEmpty();
    }

    @Test
    void a_rush_is_judged_by_its_rate() {
        scene.tooFast(LATER, "slip");

        scene.rush(LATER - 1_000, LATER + 1_000);

        assertThat(judged()).isEmpty();
    }

    private List<Violation> judged() {
        return new Throughput().judge(scene.evidence());
    }
}
