package org.whatsapppolicy.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.whatsapppolicy.policy.decision.Decision;

/** One decision about one person to whom thirty messages went in the last week. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {

    private final Case allowed = Case.allowed();
    private final Case capped = Case.capped();

    /** Every rule lets it pass: all of them have run. */
    @Benchmark
    public Decision allow() {
        return allowed.decide();
    }

    /** A cap holds it back, and the instant at which it frees is looked for. */
    @Benchmark
    public Decision defer() {
        return capped.decide();
    }
}
