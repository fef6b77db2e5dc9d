package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

class OptOutsRecordedTest {

    private final Scene scene = new Scene();

    @Test
    void an_opt_out_that_was_taken_and_stands_there() {
        scene.request(500, "slip");
        scene.stops(1_000);
        assertThat(new OptOutsRecorded().judge(scene.evidence())).isEmpty();
    }

    @Test
    void one_that_nobody_ever_took() {
        scene.writes(1_000, Deed.Meaning.STOP, "w").answers(1_200, "w", 1_000, 503);
        assertThat(new OptOutsRecorded().judge(scene.evidence()))
                .singleElement()
                .satisfies(found -> assertThat(found.promise()).isEqualTo(1))
                .satisfies(found -> assertThat(found.what()).startsWith("nobody took"));
    }

    @Test
    void one_that_a_node_said_it_has_and_that_is_nowhere() {
        scene.request(500, "slip");
        scene.writes(3_000, Deed.Meaning.STOP, "w").answers(3_200, "w", 3_000, 200);
        scene.records(3_100, "slip");
        assertThat(new OptOutsRecorded().judge(scene.evidence()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("opt-out by STOP"));
    }

    @Test
    void another_of_another_time_does_not_stand_for_it() {
        scene.request(500, "slip");
        scene.stops(1_000);
        scene.writes(3_000, Deed.Meaning.STOP, "w").answers(3_200, "w", 3_000, 200);
        assertThat(new OptOutsRecorded().judge(scene.evidence())).hasSize(1);
    }
}
