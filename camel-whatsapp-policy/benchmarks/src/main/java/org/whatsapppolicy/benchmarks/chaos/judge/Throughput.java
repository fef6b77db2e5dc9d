package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.whatsapppolicy.benchmarks.chaos.drive.Letter;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/**
 * Promise 6, as far as throughput: the platform never says 130429 by itself. Requests that were held up on their way by a stopped
 * node, a slow line or a clock that leapt arrive together and are not counted.
 */
final class Throughput implements Check {

    private static final long NEAR = TimeUnit.MILLISECONDS.toNanos(2_500);

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        for (LedgerEntry entry : evidence.ledger()) {
            String data = entry.asked().callbackData();
            String id = data == null ? null : Letter.message(data);
            if (entry.answered().code() == 130429 && entry.answered().fault() == null && id != null) {
                long at = evidence.sightings().stream()
                        .filter(s -> s.letter().id().equals(id))
                        .mapToLong(s -> s.begun().nanos())
                        .max()
                        .orElse(0);
                if (!excused(evidence, at)) {
                    violations.add(new Violation(
                            6,
                            "130429 for message " + id + ", " + inTheSecond(evidence, at)
                                    + " requests in the second before"));
                }
            }
        }
        return violations;
    }

    private static boolean excused(Evidence evidence, long at) {
        return evidence.mishaps().stream()
                .anyMatch(m -> (m.what().equals("pause")
                                || m.what().equals(Mishap.STALL)
                                || m.what().startsWith("slow")
                                || m.what().startsWith("clock"))
                        && m.touches(at - NEAR, at));
    }

    private static long inTheSecond(Evidence evidence, long at) {
        return evidence.sightings().stream()
                .map(Sighting::begun)
                .filter(m -> m.nanos() <= at && at - m.nanos() < TimeUnit.SECONDS.toNanos(1))
                .count();
    }
}
