package org.whatsapppolicy.simulator.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * How many marketing messages one person gets in a moving 24 hours, outside a window that the person opened. One too many
 * is accepted and then fails with 131049; the platform does not tell the real number, which is its secret. Whoever tries
 * again within a day of such a failure blocks that person for another day.
 */
final class MarketingCap implements Limit {

    private static final long DAY = Duration.ofHours(24).toNanos() / 1_000;
    private static final int SMALLEST_SWEEP = 10_000;

    /** What one person got. */
    private static final class Got {

        private final ArrayDeque<Long> times = new ArrayDeque<>(2);
        private long failedUntil = Long.MIN_VALUE;
        private long blockedUntil = Long.MIN_VALUE;

        boolean idle(long micros) {
            while (!times.isEmpty() && micros - times.peekFirst() >= DAY) {
                times.removeFirst();
            }
            return times.isEmpty() && failedUntil <= micros && blockedUntil <= micros;
        }
    }

    private final Map<String, Got> people = new HashMap<>();
    private final int most;
    private int sweepAt = SMALLEST_SWEEP;
    private long refused;

    MarketingCap(int most) {
        this.most = most;
    }

    @Override
    public Verdict judge(Sending sending) {
        return counted(sending) && full(sending) ? Verdict.failLater(GraphErrors.of(131049)) : Verdict.PASS;
    }

    @Override
    public void count(Sending sending) {
        if (!counted(sending)) {
            return;
        }
        if (full(sending)) {
            refused++;
            Got got = people.get(sending.person());
            if (got != null) {
                if (got.failedUntil > sending.micros()) {
                    got.blockedUntil = sending.micros() + DAY;
                }
                got.failedUntil = sending.micros() + DAY;
            }
        } else if (!sending.doomed()) {
            sweep(sending.micros());
            people.computeIfAbsent(sending.person(), person -> new Got()).times.addLast(sending.micros());
        }
    }

    /** Somebody else's marketing reached the person, which counts all the same. */
    void gotElsewhere(String person, long micros) {
        sweep(micros);
        people.computeIfAbsent(person, any -> new Got()).times.addLast(micros);
    }

    private boolean full(Sending sending) {
        Got got = people.get(sending.person());
        if (got == null || got.idle(sending.micros())) {
            return false;
        }
        return got.blockedUntil > sending.micros() || got.times.size() >= most;
    }

    private void sweep(long micros) {
        if (people.size() >= sweepAt) {
            people.values().removeIf(got -> got.idle(micros));
            sweepAt = Math.max(SMALLEST_SWEEP, 2 * people.size());
        }
    }

    @Override
    public List<LimitUse> use(long micros) {
        people.values().removeIf(got -> got.idle(micros));
        long fullest = 0;
        for (Got got : people.values()) {
            fullest = Math.max(fullest, got.times.size());
        }
        return List.of(new LimitUse(LimitName.MARKETING, "the person with most", fullest, most, refused));
    }

    private static boolean counted(Sending sending) {
        return sending.marketing()
                && !sending.windowOpen()
                && !UncappedCountries.has(sending.person())
                && !UncappedCountries.has(sending.sender().digits());
    }
}
