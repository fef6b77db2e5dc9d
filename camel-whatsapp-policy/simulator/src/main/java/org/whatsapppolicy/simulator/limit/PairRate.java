package org.whatsapppolicy.simulator.limit;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * The rate between one number and one person: a message every 6 seconds, with a burst of 45 that borrows from the
 * future. Answered with 131056. Kept as one theoretical arrival time a pair (GCRA).
 */
final class PairRate implements Limit {

    private final ConcurrentHashMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final long stepMicros;
    private final long toleranceMicros;

    PairRate(long stepMicros, int burst) {
        this.stepMicros = stepMicros;
        this.toleranceMicros = stepMicros * (burst - 1);
    }

    @Override
    public @Nullable GraphError admit(String phoneNumberId, String address, long micros) {
        boolean[] admitted = new boolean[1];
        arrivals.compute(phoneNumberId + '>' + address, (pair, arrival) -> {
            long due = arrival == null ? micros : Math.max(arrival, micros);
            if (due - micros > toleranceMicros) {
                return arrival;
            }
            admitted[0] = true;
            return due + stepMicros;
        });
        return admitted[0] ? null : GraphErrors.of(131056);
    }
}
