package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;

class ManySeedsTest {

    private static final Verdict KEPT = new Verdict(List.of(), List.of(), 0, Map.of());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void all_kept_every_promise() throws Exception {
        assertThat(run((one, directory, report, tally) -> KEPT)).isTrue();
        assertThat(printed()).contains("seed 5: every promise kept", "seed 7: every promise kept", "0 of 3");
    }

    @Test
    void one_broke_a_promise() throws Exception {
        assertThat(run((one, directory, report, tally) -> {
                    report.println("the report of " + one.seed());
                    return one.seed() == 6 ? KEPT.and(List.of(new Violation(1, "late"))) : KEPT;
                }))
                .isFalse();
        assertThat(printed()).contains("the report of 6", "1 of 3").doesNotContain("the report of 5");
    }

    @Test
    void one_came_to_no_end() throws Exception {
        assertThat(run((one, directory, report, tally) -> {
                    if (one.seed() == 7) {
                        throw new IllegalStateException("no node started");
                    }
                    return KEPT;
                }))
                .isFalse();
        assertThat(printed()).contains("no node started", "1 of 3");
    }

    @Test
    void many_hit_every_place() throws Exception {
        Evidence everywhere = evidence(Mishap.hits(true));

        assertThat(run((one, directory, report, tally) -> kept(tally, everywhere), "30"))
                .isTrue();
        assertThat(printed()).contains("kills: 0, faults: 30");
    }

    @Test
    void many_that_missed_a_place_show_nothing_of_it() throws Exception {
        Evidence almost = evidence(Mishap.hits(true).stream()
                .filter(one -> !one.endsWith("CONNECT"))
                .toList());

        assertThat(run((one, directory, report, tally) -> kept(tally, almost), "29"))
                .isTrue();
        assertThat(run((one, directory, report, tally) -> kept(tally, almost), "30"))
                .isFalse();
        assertThat(printed()).contains("found no trap CONNECT");
    }

    private static Evidence evidence(List<String> mishaps) {
        Scene scene = new Scene();
        mishaps.forEach(what -> scene.mishap(what, Scene.NODE, 1, 1));
        return scene.evidence();
    }

    private static Verdict kept(Tally tally, Evidence evidence) {
        tally.add(evidence, KEPT);
        return KEPT;
    }

    private boolean run(ManySeeds.Run run) throws InterruptedException {
        return run(run, "3");
    }

    private boolean run(ManySeeds.Run run, String seeds) throws InterruptedException {
        ChaosOptions options = ChaosOptions.read(List.of("--seed", "5", "--seeds", seeds));
        return ManySeeds.run(options, run, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
