package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Receipt;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.wire.Moment;

/**
 * Promise 1: once the receipt of an opt-out was answered, no request to that person begins (S-21), unless they agreed again
 * later. What a process did that was stopped between its last look at the clock and the write is not excludable; it is counted
 * where that node stood still for as long as its request is late, or the clock leapt by which claims are measured.
 */
final class OptOutFinal implements Check {

    private static final long ALLOWED = TimeUnit.MILLISECONDS.toNanos(50);
    /** A claim, and some slack. */
    private static final long CLAIM = TimeUnit.MILLISECONDS.toNanos(1_200);

    /** What the recorder of stalls cannot see: it calls a thread late that is so for longer than some 30 ms. */
    private static final long UNSEEN = TimeUnit.MILLISECONDS.toNanos(50);

    /** Pauses and leaps that fall into so small a gap are rare. */
    private static final int MOST = 3;

    private final List<String> lateStarts = new ArrayList<>();

    /** An opt-out whose receipt was answered. */
    private record Stop(Instant act, @Nullable Moment receipt, long nanos, String how) {
        boolean before(Sighting sighting) {
            return receipt == null || receipt.order() < sighting.begun().order();
        }
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        Map<String, List<Stop>> stops = stops(evidence);
        AgreedAgain agreed = new AgreedAgain(evidence);
        List<Violation> violations = new ArrayList<>();
        for (Sighting sighting : evidence.sightings()) {
            long begun = sighting.begun().nanos();
            for (Stop stop : stops.getOrDefault(sighting.letter().to(), List.of())) {
                boolean late = stop.before(sighting) && begun - stop.nanos > ALLOWED;
                if (late && !agreed.after(stop.act, sighting)) {
                    breach(evidence, sighting, stop, violations);
                }
            }
        }
        if (lateStarts.size() > MOST) {
            violations.add(new Violation(1, lateStarts.size() + " late starts, more than chance explains"));
        }
        return violations;
    }

    private void breach(Evidence evidence, Sighting sighting, Stop stop, List<Violation> violations) {
        long begun = sighting.begun().nanos();
        long late = begun - stop.nanos;
        long still = StoodStill.within(evidence.mishaps(), sighting.node(), stop.nanos, begun);
        boolean leapt = late < CLAIM && evidence.time().stepped(begun - CLAIM, begun);
        String what = "message " + sighting.letter().id() + " ("
                + sighting.letter().purpose() + ") of "
                + sighting.node() + " began " + TimeUnit.NANOSECONDS.toMillis(late)
                + " ms after the receipt of an opt-out by " + stop.how + " at " + stop.act + "; it stood still for "
                + TimeUnit.NANOSECONDS.toMillis(still) + " ms of that" + (leapt ? ", and the clock leapt" : "");
        if (still >= late - ALLOWED - UNSEEN || leapt) {
            lateStarts.add(what);
        } else {
            violations.add(new Violation(1, what));
        }
    }

    /** Those that no machine could exclude. */
    List<String> lateStarts() {
        return List.copyOf(lateStarts);
    }

    private static Map<String, List<Stop>> stops(Evidence evidence) {
        Map<String, List<Stop>> stops = new HashMap<>();
        List<Receipt> receipts = evidence.receipts();
        for (Deed.Written written : evidence.deeds(Deed.Written.class)) {
            if (written.stop()) {
                receipts.stream()
                        .filter(r -> r.acknowledges(written.wamid()))
                        .findFirst()
                        .ifPresent(receipt -> {
                            Moment at = receipt.answer().begun();
                            Instant act = receipt.writtenAt(written.wamid());
                            stops.computeIfAbsent(written.phone(), p -> new ArrayList<>())
                                    .add(new Stop(act == null ? written.act() : act, at, at.nanos(), "STOP"));
                        });
            }
        }
        for (Deed.Withdrawal withdrawal : evidence.deeds(Deed.Withdrawal.class)) {
            Long receipt = withdrawal.receipt();
            if (receipt != null) {
                stops.computeIfAbsent(withdrawal.phone(), p -> new ArrayList<>())
                        .add(new Stop(withdrawal.act(), null, receipt, "the CRM"));
            }
        }
        return stops;
    }
}
