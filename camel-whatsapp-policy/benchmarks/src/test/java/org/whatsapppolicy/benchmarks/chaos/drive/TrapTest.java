package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.ANSWER_UNHEARD;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.COMMIT_CUT;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.CONNECT;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_BEGUN;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_LOST;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_SENT;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrapTest {

    private final AtomicInteger kills = new AtomicInteger();
    private final Trap trap = new Trap(kills::incrementAndGet);

    @Test
    void it_springs_once_and_only_where_it_was_set() {
        assertThat(trap.sprung(REQUEST_SENT)).isFalse();

        trap.set(REQUEST_SENT);

        assertThat(trap.sprung(CONNECT)).isFalse();
        assertThat(kills).hasValue(0);
        assertThat(trap.sprung(REQUEST_SENT)).isTrue();
        assertThat(trap.isSet()).isFalse();
        assertThat(trap.sprung(REQUEST_SENT)).isFalse();
        assertThat(kills).hasValue(1);
    }

    @Test
    void a_line_that_is_cut_at_a_commit_leaves_the_node_alive_and_what_is_cleared_never_springs() {
        trap.set(COMMIT_CUT);
        assertThat(trap.sprung(COMMIT_CUT)).isTrue();
        trap.set(CONNECT);
        trap.clear();
        assertThat(trap.sprung(CONNECT)).isFalse();

        assertThat(kills).hasValue(0);
    }

    @Test
    void a_node_on_a_file_comes_by_no_commit_that_anybody_sees() {
        assertThat(Trap.Place.of(false))
                .containsExactly(CONNECT, REQUEST_BEGUN, REQUEST_LOST, REQUEST_SENT, ANSWER_UNHEARD);
    }

    @Test
    void one_on_a_database_comes_by_all_places() {
        assertThat(Trap.Place.of(true)).containsExactly(Trap.Place.values());
    }
}
