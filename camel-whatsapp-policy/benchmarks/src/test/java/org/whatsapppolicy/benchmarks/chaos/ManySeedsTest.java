package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private boolean run(ManySeeds.Run run) throws InterruptedException {
        ChaosOptions options = ChaosOptions.read(List.of("--seed", "5", "--seeds", "3"));
        return ManySeeds.run(options, run, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
