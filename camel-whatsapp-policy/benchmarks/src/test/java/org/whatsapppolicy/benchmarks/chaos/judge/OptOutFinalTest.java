package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

/** S-21. */
class OptOutFinalTest {

    private final Scene scene = new Scene();
    private final OptOutFinal check = new OptOutFinal();

    @Test
    @DisplayName("S-21: a start that a pause of the node explains in full is listed")
    void a_stopped_process_is_no_breach() {
        scene.stops(1_000).mishap("pause", Scene.NODE, 950, 2_920).request(3_000, "slip");

        assertThat(judged()).isEmpty();
        assertThat(check.lateStarts()).singleElement().asString().contains("began 2000 ms after");
    }

    @Test
    @DisplayName("S-21: a pause that ended long before the request explains nothing")
    void a_pause_must_last() {
        scene.stops(1_000).mishap("pause", Scene.NODE, 950, 1_200).request(3_000, "slip");

        assertThat(judged()).singleElement().extracting(Violation::promise).isEqualTo(1);
        assertThat(check.lateStarts()).isEmpty();
    }

    @Test
    @DisplayName("S-21: a stall of the machine just before the request explains no more than its own length")
    void a_stall_is_as_long_as_it_is() {
        scene.stops(1_000).mishap(Mishap.STALL, "", 2_900, 2_990).request(3_000, "slip");
        assertThat(judged()).hasSize(1);
    }

    @Test
    void many_late_starts_are_a_breach() {
        scene.stops(1_000).mishap("pause", Scene.NODE, 950, 2_920);
        for (int i = 0; i < 4; i++) {
            scene.request(3_000, "slip");
        }
        assertThat(judged())
                .singleElement()
                .extracting(Violation::what)
                .asString()
                .startsWith("4 late starts");
    }

    @Test
    @DisplayName("S-12: who agreed again later is written to again")
    void a_grant_lifts_it() {
        scene.stops(1_000).grants(2_000, "slip").records(2_010, "slip").request(3_000, "slip");
        assertThat(judged()).isEmpty();
    }

    @Test
    @DisplayName("S-12: a grant that no node took lifts nothing, nor one for something else")
    void a_grant_that_was_only_tried_lifts_nothing() {
        scene.stops(1_000).grants(2_000, "slip").records(2_010, "news").request(3_000, "slip");
        assertThat(judged()).hasSize(1);
    }

    @Test
    @DisplayName("S-16: an answer goes to who wrote later, when a node knows of it")
    void what_the_person_wrote_later_may_be_answered() {
        scene.stops(1_000)
                .writes(2_000, Deed.Meaning.TALK, "hello")
                .receives(4_000, 2_000)
                .request(5_000, "chat");
        assertThat(judged()).isEmpty();
        scene.request(3_000, "chat");
        assertThat(judged()).hasSize(1);
    }

    private List<Violation> judged() {
        return check.judge(scene.evidence());
    }
}
