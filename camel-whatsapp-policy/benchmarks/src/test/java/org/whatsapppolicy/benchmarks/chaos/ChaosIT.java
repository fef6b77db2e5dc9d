package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProgram;

/** All promises, in short. */
@Execution(ExecutionMode.CONCURRENT)
class ChaosIT {

    private final Path directory;

    ChaosIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void three_nodes_on_one_database_keep_what_was_promised() throws Exception {
        Verdict verdict = run("nodes", new ChaosOptions(5, Duration.ofSeconds(45), 3, true, 120, 50, 1_500, true));

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.recomputed()).isPositive();
    }

    @Test
    void so_does_one_node_on_a_file() throws Exception {
        Verdict verdict = run("file", new ChaosOptions(6, Duration.ofSeconds(15), 1, false, 60, 40, 1_500, true));

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.recomputed()).isPositive();
    }

    private Verdict run(String name, ChaosOptions options) throws Exception {
        String jar = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));
        NodeProgram program = NodeProgram.of(ChaosRun.node(jar));
        return ChaosRun.run(options, directory.resolve(name), program, System.out);
    }
}
