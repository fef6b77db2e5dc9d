package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

/** S-10, S-24. */
class InTheWindowTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Scene scene = new Scene().writes(1_000, Deed.Meaning.TALK, "hello");

    @Test
    @DisplayName("S-24: an answer goes for a day")
    void an_answer_in_the_window() {
        scene.request(DAY - 1_000, "chat");
        assertThat(new InTheWindow().judge(scene.evidence())).isEmpty();
    }

    @Test
    @DisplayName("S-24: and not later")
    void an_answer_when_the_window_is_over() {
        String late = scene.request(DAY + 5_000, "chat");
        assertThat(new InTheWindow().judge(scene.evidence()))
                .singleElement()
                .satisfies(found -> assertThat(found.promise()).isEqualTo(5))
                .satisfies(found -> assertThat(found.what()).contains(late));
    }

    @Test
    void a_node_that_was_stopped_between_decision_and_request_is_no_breach() {
        scene.mishap("pause", Scene.NODE, DAY + 1_000, DAY + 4_000).request(DAY + 5_000, "chat");
        assertThat(new InTheWindow().judge(scene.evidence())).isEmpty();
    }
}
