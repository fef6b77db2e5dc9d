package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;

/** A judge that cannot find anything proves nothing. */
class SeededBugsIT {

    private final Path directory;

    SeededBugsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource
    void is_found(SeededBug bug) throws Exception {
        String jar = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));
        Path classes = bug.classes(directory.resolve("classes"), jar);
        boolean several = bug == SeededBug.LOADED_WITH_THE_LOCK;
        assumeTrue(!several || "full".equals(System.getProperty("chaos")), "two nodes on PostgreSQL: -Dchaos=full");
        ChaosOptions options =
                new ChaosOptions(7, Duration.ofSeconds(several ? 12 : 6), several ? 2 : 1, several, 20, 80, 0);
        List<String> command = ChaosRun.java(
                classes + File.pathSeparator + jar, "org.whatsapppolicy.benchmarks.Benchmarks", "chaos-node");

        Verdict verdict = ChaosRun.run(options, directory.resolve("run"), command, System.out);

        assertThat(verdict.violations().stream().map(Violation::promise)).contains(bug.promise());
    }
}
