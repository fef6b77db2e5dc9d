package org.whatsapppolicy.benchmarks.engine;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link EngineBenchmark} with the garbage profiler and says whether the goals were met. */
public final class EngineRun {

    private static final double GOAL_NANOS = 2_000;
    private static final double GOAL_BYTES = 1_024;

    private EngineRun() {}

    /**
     * Runs it and prints time and garbage of a decision.
     *
     * @param words the command line after {@code engine}: nothing, or {@code --smoke}
     * @throws IllegalArgumentException for anything else
     */
    public static void run(List<String> words) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        if (words.contains("--smoke")) {
            options.forks(0)
                    .warmupIterations(1)
                    .measurementIterations(1)
                    .warmupTime(TimeValue.milliseconds(100))
                    .measurementTime(TimeValue.milliseconds(100));
        } else if (!words.isEmpty()) {
            throw new IllegalArgumentException(words.get(0) + ": engine takes no option but --smoke");
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println();
        results.forEach(EngineRun::print);
    }

    private static void print(RunResult result) {
        double nanos = result.getPrimaryResult().getScore();
        Result<?> garbage = result.getSecondaryResults().get("gc.alloc.rate.norm");
        double bytes = garbage == null ? Double.NaN : garbage.getScore();
        System.out.printf(
                "%-6s %,7.0f ns a decision, goal %,.0f: %s; %,6.0f bytes of garbage, goal %,.0f: %s%n",
                result.getPrimaryResult().getLabel(),
                nanos,
                GOAL_NANOS,
                nanos < GOAL_NANOS ? "met" : "NOT MET",
                bytes,
                GOAL_BYTES,
                bytes < GOAL_BYTES ? "met" : "NOT MET");
    }
}
