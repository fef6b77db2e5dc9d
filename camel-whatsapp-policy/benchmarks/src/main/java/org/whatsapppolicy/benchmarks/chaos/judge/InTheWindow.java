package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;

/**
 * Promise 5: nothing free-form goes to somebody who has not written for a day (S-10, S-24). The platform would take it and fail it
 * later. What the clock leapt over between decision and request is not held against a node.
 */
final class InTheWindow implements Check {

    private static final Duration WINDOW = Duration.ofHours(24);

    /** The platform tells seconds, and its clock is not the store's. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** A request begins at most so long after its decision, by what its node ran. */
    private static final long CLAIM = Duration.ofMillis(1500).toNanos();

    /** No pause and no stall lasts longer. */
    private static final long STILL = Duration.ofSeconds(10).toNanos();

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, List<Deed.Written>> written = evidence.byPhone(Deed.Written.class);
        for (Sighting sighting : evidence.sightings()) {
            if (sighting.letter().purpose().equals("chat")) {
                Instant after = decided(evidence, sighting).minus(WINDOW).minus(SLACK);
                boolean open = written.getOrDefault(sighting.letter().to(), List.of()).stream()
                        .anyMatch(w ->
                                w.nanos() <= sighting.begun().nanos() && w.act().isAfter(after));
                if (!open) {
                    violations.add(new Violation(
                            5,
                            "free-form message " + sighting.letter().id() + " of " + sighting.node()
                                    + " to somebody who wrote nothing since " + after));
                }
            }
        }
        return violations;
    }

    /** The earliest time that its decision can have been made at. */
    private static Instant decided(Evidence evidence, Sighting sighting) {
        long begun = sighting.begun().nanos();
        long still = StoodStill.within(evidence.mishaps(), sighting.node(), begun - STILL, begun);
        return evidence.time().earliest(begun - CLAIM - still);
    }
}
