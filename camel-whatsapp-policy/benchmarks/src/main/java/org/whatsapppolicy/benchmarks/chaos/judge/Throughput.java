package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;

/**
 * Promise 6, as far as throughput: the platform never says 130429 by itself. Requests that were held up on their way by a stopped
 * node, a slow line or a clock that leapt arrive together and are not counted; nor are those of a rush, where a commit that takes
 * long is enough for that. Those are for {@link Rate}.
 */
final class Throughput implements Check {

    private static final int CODE = 130429;
    private static final long NEAR = TimeUnit.MILLISECONDS.toNanos(2_500);

    /** A machine that stands still for less makes up for it by less than the platform's limit is above the sender's. */
    private static final long STILL = TimeUnit.MILLISECONDS.toNanos(200);

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Set<String> refused = evidence.ledger().stream()
                .filter(entry ->
                        entry.answered().code() == CODE && entry.answered().fault() == null)
                .map(entry -> entry.asked().callbackData())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Sighting one : evidence.sightings()) {
            long at = one.begun().nanos();
            if (refused.contains(one.letter().data()) && refused(one) && !excused(evidence, at)) {
                violations.add(new Violation(
                        6,
                        CODE + " for message " + one.letter().data() + ", " + inTheSecond(evidence, at)
                                + " requests in the second before"));
            }
        }
        return violations;
    }

    /** Where nobody saw the answer it is the one of the ledger. */
    private static boolean refused(Sighting request) {
        HttpMessage answer = request.answer();
        return answer == null || answer.text().contains(Integer.toString(CODE));
    }

    private static boolean excused(Evidence evidence, long at) {
        long still =
                Mishap.covered(evidence.mishaps().stream().filter(m -> m.what().equals(Mishap.STALL)), at - NEAR, at);
        return still > STILL
                || evidence.mishaps().stream()
                        .anyMatch(m -> (m.what().equals("pause")
                                        || m.what().startsWith("slow")
                                        || m.what().startsWith("clock"))
                                && m.touches(at - NEAR, at))
                || evidence.deeds(Deed.Rush.class).stream().anyMatch(rush -> rush.nanos() <= at && at <= rush.to());
    }

    private static long inTheSecond(Evidence evidence, long at) {
        return evidence.sightings().stream()
                .map(Sighting::begun)
                .filter(m -> m.nanos() <= at && at - m.nanos() < TimeUnit.SECONDS.toNanos(1))
                .count();
    }
}
