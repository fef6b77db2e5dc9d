package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.ANSWER_UNHEARD;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.CONNECT;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_BEGUN;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_LOST;
import static org.whatsapppolicy.benchmarks.chaos.drive.Trap.Place.REQUEST_SENT;

import org.junit.jupiter.api.Test;

class TrapTest {

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
