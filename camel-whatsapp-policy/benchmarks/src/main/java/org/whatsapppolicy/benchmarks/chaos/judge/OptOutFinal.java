package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Receipt;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.wire.Moment;

/**
 * Promise 1: once the receipt of an opt-out was answered, no request to that person begins (S-21), unless they agreed again
 * later. What a process did that was stopped between its last look at the clock and the write is not excludable; it is counted
 * where a pause of that node, or a leap of the clock by which claims are measured, explains it.
 */
final class OptOutFinal implements Check {

    private static final long ALLOWED = TimeUnit.MILLISECONDS.toNanos(50);
    /** A claim, and some slack. */
    private static final long CLAIM = TimeUnit.MILLISECONDS.toNanos(1_200);

    /** Within that before a request a stall of the machine may have come between the last look and the write. */
    private static final long NEAR = TimeUnit.MILLISECONDS.toNanos(300);

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
        Map<String, List<Deed.Grant>> grants = evidence.byPhone(Deed.Grant.class);
        Map<String, List<Deed.Written>> written = evidence.byPhone(Deed.Written.class);
        List<Violation> violations = new ArrayList<>();
        for (Sighting sighting : evidence.sightings()) {
            String phone = sighting.letter().to();
            long begun = sighting.begun().nanos();
            for (Stop stop : stops.getOrDefault(phone, List.of())) {
                if (!stop.before(sighting) || begun - stop.nanos <= ALLOWED) {
                    continue;
                }
                String purpose = sighting.letter().purpose();
                boolean free = written.getOrDefault(phone, List.of()).stream()
                                .filter(w ->
                                        purpose.equals("chat") || (purpose.equals(Setting.BY_KEYWORD) && w.start()))
                                .anyMatch(w -> w.nanos() <= begun && w.act().isAfter(stop.act))
                        || grants.getOrDefault(phone, List.of()).stream()
                                .anyMatch(g -> g.nanos() <= begun
                                        && g.purpose().equals(purpose)
                                        && g.act().isAfter(stop.act));
                if (!free) {
                    breach(evidence, sighting, stop, violations);
                }
            }
        }
        return violations;
    }

    private void breach(Evidence evidence, Sighting sighting, Stop stop, List<Violation> violations) {
        long begun = sighting.begun().nanos();
        String what =
                "message " + sighting.letter().id() + " (" + sighting.letter().purpose() + ") of "
                        + sighting.node() + " began " + TimeUnit.NANOSECONDS.toMillis(begun - stop.nanos)
                        + " ms after the receipt of an opt-out by " + stop.how + " at " + stop.act;
        boolean paused = evidence.mishaps().stream()
                .anyMatch(m ->
                        m.what().equals("pause") && m.whose().equals(sighting.node()) && m.touches(stop.nanos, begun));
        boolean stalled = evidence.mishaps().stream()
                .anyMatch(m -> m.what().equals(Mishap.STALL) && m.touches(begun - NEAR, begun));
        boolean leapt = begun - stop.nanos < CLAIM && evidence.time().stepped(begun - CLAIM, begun);
        if (paused || leapt || stalled) {
            lateStarts.add(what
                    + (paused
                            ? ", the node was stopped meanwhile"
                            : leapt ? ", the clock leapt meanwhile" : ", the machine stood still"));
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
