package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;

@DisplayName("S-30: a rush of all nodes keeps the sender's rate")
class RateTest {

    private static final int MESSAGES = 4 * Setting.PER_SECOND;

    private final Scene scene = new Scene();

    @Test
    void those_that_come_at_the_senders_rate_are_fine() {
        assertThat(rush(Setting.PER_SECOND)).isEmpty();
    }

    @Test
    void a_second_of_them_may_come_at_once_because_a_claim_lasts_so_long() {
        for (int i = 0; i < Setting.PER_SECOND; i++) {
            scene.request(0, "slip");
        }

        assertThat(rush(Setting.PER_SECOND)).isEmpty();
    }

    @Test
    void at_twice_the_rate_they_are_found() {
        assertThat(rush(2 * Setting.PER_SECOND)).singleElement().satisfies(found -> assertThat(found.promise())
                .isEqualTo(6));
    }

    @Test
    void what_piled_up_while_the_machine_stood_still_is_not() {
        scene.mishap(Mishap.STALL, "", 0, 1_500);

        assertThat(rush(2 * Setting.PER_SECOND)).isEmpty();
    }

    @Test
    void what_left_before_or_later_is_no_part_of_it() {
        for (int i = 0; i < MESSAGES; i++) {
            scene.request(-1, "slip");
        }

        assertThat(rush(Setting.PER_SECOND)).isEmpty();
    }

    @Test
    void one_in_which_hardly_anything_leaves_shows_nothing() {
        scene.request(0, "slip");
        scene.rush(0, 10_000);

        assertThat(new Rate().judge(scene.evidence())).singleElement().satisfies(found -> assertThat(found.promise())
                .isZero());
    }

    private List<Violation> rush(int perSecond) {
        for (int i = 0; i < MESSAGES; i++) {
            scene.request(i * 1000L / perSecond, "slip");
        }
        scene.rush(0, 10_000);
        return new Rate().judge(scene.evidence());
    }
}
