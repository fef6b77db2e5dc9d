package org.whatsapppolicy.simulator.limit;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * Throughput of a number, strictly: in no second, wherever it begins, more than {@code perSecond} messages. The platform
 * documents 80 by default, 1,000 after the upgrade, 20 for coexistence numbers, and answers 130429.
 */
final class Throughput implements Limit {

    private static final long SECOND = 1_000_000;

    private final ConcurrentHashMap<String, Ring> rings = new ConcurrentHashMap<>();
    private final int perSecond;

    Throughput(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public @Nullable GraphError admit(String phoneNumberId, String address, long micros) {
        Ring ring = rings.computeIfAbsent(phoneNumberId, id -> new Ring(perSecond));
        return ring.admit(micros) ? null : GraphErrors.of(130429);
    }

    /** The times of the last n messages. */
    private static final class Ring {

        private final long[] times;
        private int oldest;

        Ring(int size) {
            times = new long[size];
            Arrays.fill(times, Long.MIN_VALUE / 2);
        }

        synchronized boolean admit(long micros) {
            if (micros - times[oldest] < SECOND) {
                return false;
            }
            times[oldest] = micros;
            oldest = oldest + 1 == times.length ? 0 : oldest + 1;
            return true;
        }
    }
}
