package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.benchmarks.chaos.judge.Silence.NODE_DOWN;
import static org.whatsapppolicy.benchmarks.chaos.judge.Silence.NODE_HINDERED;
import static org.whatsapppolicy.benchmarks.chaos.judge.Silence.UNEXPLAINED;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

class SilenceTest {

    private static final Mishap KILL = mishap("kill", "node0", 20, 20);

    @Test
    void a_node_that_lives_and_lets_one_wait_has_no_excuse() {
        assertThat(Silence.of(waited(100, 160), List.of())).isEqualTo(UNEXPLAINED);
    }

    @Test
    void a_line_that_breaks_without_a_kill_has_none_however_short_the_wait() {
        assertThat(Silence.of(broke(100, 101), List.of(mishap("pause", "node0", 100, 101))))
                .isEqualTo(UNEXPLAINED);
    }

    @Test
    void who_was_killed_meanwhile_cannot_answer() {
        assertThat(Silence.of(broke(15, 20), List.of(KILL))).isEqualTo(NODE_DOWN);
    }

    @Test
    void nor_can_who_has_not_started_again() {
        assertThat(Silence.of(broke(30, 31), List.of(KILL))).isEqualTo(NODE_DOWN);
        assertThat(Silence.of(broke(30, 31), List.of(KILL, restart(35)))).isEqualTo(NODE_DOWN);
        assertThat(Silence.of(broke(40, 41), List.of(KILL, restart(35)))).isEqualTo(UNEXPLAINED);
    }

    @Test
    void a_kill_of_another_node_or_a_later_one_explains_nothing() {
        assertThat(Silence.of(waited(15, 75), List.of(mishap("kill", "node1", 20, 20))))
                .isEqualTo(UNEXPLAINED);
        assertThat(Silence.of(broke(15, 16), List.of(KILL))).isEqualTo(UNEXPLAINED);
    }

    @Test
    void a_node_that_died_by_itself_is_down_as_well() {
        assertThat(Silence.of(broke(30, 31), List.of(mishap(Mishap.DEATH, "node0, exit code 3", 20, 20))))
                .isEqualTo(NODE_DOWN);
    }

    @Test
    void what_was_in_the_way_is_counted_once_and_only_for_as_long_as_it_lasted() {
        Mishap pause = mishap("pause", "node0", 90, 115);
        Mishap slow = mishap("slow to database", "node0", 110, 119);
        assertThat(Silence.of(waited(100, 160), List.of(slow, pause))).isEqualTo(UNEXPLAINED);
        assertThat(Silence.of(waited(100, 160), List.of(slow, pause, mishap(Mishap.STALL, "", 130, 132))))
                .isEqualTo(NODE_HINDERED);
    }

    @Test
    void a_step_of_the_clock_and_what_befell_others_are_in_nobodys_way() {
        assertThat(Silence.of(
                        waited(100, 160),
                        List.of(mishap("clock stepped", "", 100, 130), mishap("pause", "node1", 100, 160))))
                .isEqualTo(UNEXPLAINED);
    }

    @Test
    void who_was_never_asked_cannot_answer() {
        assertThat(Silence.of(silence(100, 102, Deed.Lost.NOT_ASKED), List.of()))
                .isEqualTo(Silence.NOT_ASKED);
    }

    private static Deed.Unanswered waited(int from, int to) {
        return silence(from, to, Deed.Lost.WAITED);
    }

    private static Deed.Unanswered broke(int from, int to) {
        return silence(from, to, Deed.Lost.BROKE);
    }

    private static Deed.Unanswered silence(int from, int to, Deed.Lost lost) {
        return new Deed.Unanswered(nanos(from), "+5511970000000", "node0", nanos(to), lost, "/send");
    }

    private static Mishap restart(int to) {
        return mishap("restart", "node0", 20, to);
    }

    private static Mishap mishap(String what, String whose, int from, int to) {
        return new Mishap(what, whose, nanos(from), nanos(to));
    }

    private static long nanos(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
