package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProgram;

/** A judge that cannot find anything proves nothing. */
@Execution(ExecutionMode.CONCURRENT)
class SeededBugsIT {

    private static final String JAR = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));

    private final Path directory;

    SeededBugsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource(names = "OPT_OUTS_IGNORED_IN_THE_OUTBOX")
    void is_found(SeededBug bug) throws Exception {
        run(bug);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPT_OUTS_IGNORED_IN_THE_OUTBOX")
    @EnabledIfSystemProperty(
            named = "chaos.bugs",
            matches = "all",
            disabledReason = "takes two minutes: -Dchaos.bugs=all, as .ci/full does")
    void is_found_too(SeededBug bug) throws Exception {
        run(bug);
    }

    @ParameterizedTest
    @EnumSource
    void still_fits_the_sources(SeededBug bug) throws Exception {
        assertThat(bug.classes(directory.resolve(bug + "-fits"), JAR)).isDirectory();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOADED_WITH_THE_LOCK", "RECEIPT_WITHOUT_WAITING"})
    @EnabledIfSystemProperty(
            named = "chaos.bugs",
            matches = "all",
            disabledReason = "takes a minute: -Dchaos.bugs=all, as .ci/full does")
    void and_not_what_gives_it_time_to_show(SeededBug bug) throws Exception {
        assertThat(bug.slows()).isTrue();
        Path classes = bug.withoutIt(directory.resolve(bug + "-slow"), JAR);

        assertThat(run(bug, classes, 7)).doesNotContain(bug.promise());
    }

    private void run(SeededBug bug) throws Exception {
        Path classes = bug.classes(directory.resolve(bug + "-classes"), JAR);
        Set<Integer> found = new TreeSet<>();
        // On a machine that stands still all the time the judge excuses what it cannot tell from that.
        for (int seed = 7; seed < 10 && !found.contains(bug.promise()); seed++) {
            found.addAll(run(bug, classes, seed));
        }

        assertThat(found).contains(bug.promise());
    }

    /** Which promises were broken. */
    private Set<Integer> run(SeededBug bug, Path classes, int seed) throws Exception {
        boolean several = bug == SeededBug.LOADED_WITH_THE_LOCK;
        NodeProgram program = NodeProgram.of(ChaosRun.node(classes + File.pathSeparator + JAR));
        ChaosOptions options =
                new ChaosOptions(seed, Duration.ofSeconds(several ? 12 : 6), several ? 2 : 1, several, 20, 80, 0, true);
        return ChaosRun.run(options, directory.resolve(classes.getFileName() + "-" + seed), program, System.out)
                .violations()
                .stream()
                .map(Violation::promise)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
