package org.whatsapppolicy.benchmarks.chaos.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which build a node is, the first time and after each kill. */
class NodeProgramTest {

    private static final List<String> EARLIER = List.of("java", "-cp", "earlier.jar");
    private static final List<String> OURS = List.of("java", "-cp", "ours.jar");

    @Test
    void begins_with_the_earlier_build_and_is_upgraded_by_every_kill() {
        NodeProgram program = new NodeProgram(EARLIER, OURS);

        assertThat(program.upgrades()).isTrue();
        assertThat(program.command(1)).isEqualTo(EARLIER);
        assertThat(program.command(2)).isEqualTo(OURS);
        assertThat(program.command(3)).isEqualTo(OURS);
    }

    @Test
    void is_the_same_each_time_without_one() {
        NodeProgram program = NodeProgram.of(OURS);

        assertThat(program.upgrades()).isFalse();
        assertThat(program.command(1)).isEqualTo(OURS);
        assertThat(program.command(2)).isEqualTo(OURS);
    }
}
