package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;

/** Promise 4: a node that lives answers whoever asks it, in bounded time, and in the end each of them sends again. */
final class Answered implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        for (Deed.Unanswered silence : evidence.deeds(Deed.Unanswered.class)) {
            if (Silence.of(silence, evidence.mishaps()) == Silence.UNEXPLAINED) {
                violations.add(new Violation(
                        4,
                        silence.node() + " lived and gave no answer within "
                                + TimeUnit.NANOSECONDS.toMillis(silence.to() - silence.nanos()) + " ms to "
                                + silence.how()));
            }
        }
        for (Deed.Probe probe : evidence.deeds(Deed.Probe.class)) {
            if (probe.send().outcome().isEmpty()) {
                violations.add(new Violation(
                        4,
                        probe.node() + " sends nothing when everything is healed: it answered key "
                                + probe.send().key() + " with " + probe.send().answer()));
            }
        }
        return violations;
    }
}
