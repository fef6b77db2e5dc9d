package org.whatsapppolicy.simulator.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * The rate between one number and one person: a message every 6 seconds, with a burst that borrows from the future.
 * Answered with 131056. Kept as one theoretical arrival time a pair (GCRA).
 */
final class PairRate implements Limit {

    static final int DOCUMENTED_BURST = 45;

    private static final long STEP_MICROS = 6_000_000;
    private static final int SMALLEST_SWEEP = 10_000;

    private record Pair(String phoneNumberId, String person) {}

    private final Map<Pair, Long> arrivals = new HashMap<>();
    private final int burst;
    private int sweepAt = SMALLEST_SWEEP;
    private long refused;

    PairRate(int burst) {
        this.burst = burst;
    }

    @Override
    public Verdict judge(Sending sending) {
        Long arrival = arrivals.get(pair(sending));
        if (arrival == null || arrival - sending.micros() <= STEP_MICROS * (burst - 1)) {
            return Verdict.PASS;
        }
        refused++;
        return Verdict.refuse(GraphErrors.of(131056));
    }

    @Override
    public void count(Sending sending) {
        if (arrivals.size() >= sweepAt) {
            arrivals.values().removeIf(arrival -> arrival <= sending.micros());
            sweepAt = Math.max(SMALLEST_SWEEP, 2 * arrivals.size());
        }
        arrivals.merge(
                pair(sending),
                sending.micros() + STEP_MICROS,
                (old, fresh) -> Math.max(old, sending.micros()) + STEP_MICROS);
    }

    @Override
    public List<LimitUse> use(long micros) {
        long most = 0;
        for (long arrival : arrivals.values()) {
            most = Math.max(most, Math.floorDiv(arrival - micros + STEP_MICROS - 1, STEP_MICROS));
        }
        return List.of(new LimitUse(LimitName.PAIR_RATE, "the busiest pair", most, burst, refused));
    }

    private static Pair pair(Sending sending) {
        return new Pair(sending.sender().id(), sending.person());
    }
}
