package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * What the judge found.
 *
 * @param violations promises that were not kept
 * @param lateStarts requests that began after an opt-out, and that an injected pause explains
 * @param recomputed how many decisions were made again from stored facts
 * @param leftOut how many were not, by why
 */
public record Verdict(
        List<Violation> violations, List<String> lateStarts, int recomputed, Map<LeftOut, Integer> leftOut) {

    /**
     * Judges a run.
     *
     * @param engine of the policy that the nodes decided by
     */
    public static Verdict of(Evidence evidence, PolicyEngine engine) {
        OptOutFinal optOuts = new OptOutFinal();
        Explained explained = new Explained(engine);
        List<Check> checks = List.of(
                optOuts,
                new OptOutsRecorded(),
                new CapsExact(),
                new NothingTwice(),
                new NothingLost(),
                new Ended(),
                new Answered(),
                new Alive(),
                new ToldClearly(),
                new RefusedForGood(),
                new FailClosed(),
                new InTheWindow(),
                new Throughput(),
                new Rate(),
                explained,
                new Discreet());
        List<Violation> violations = new ArrayList<>();
        checks.forEach(check -> violations.addAll(check.judge(evidence)));
        return new Verdict(List.copyOf(violations), optOuts.lateStarts(), explained.recomputed(), explained.leftOut());
    }

    /** The same with more violations. */
    public Verdict and(List<Violation> more) {
        return new Verdict(Stream.concat(violations.stream(), more.stream()).toList(), lateStarts, recomputed, leftOut);
    }
}
