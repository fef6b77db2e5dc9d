package org.whatsapppolicy.benchmarks.compare;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one contestant did, in one round or in several.
 *
 * @param accepted messages of which it says that the platform took them
 * @param failed all others
 * @param lasted from the first message to the end of the last
 * @param latencies of all messages, in nanoseconds
 */
record Measurement(long accepted, long failed, Duration lasted, Histogram latencies) {

    double perSecond() {
        return accepted / (lasted.toNanos() / 1e9);
    }

    double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Both together, one after the other. */
    Measurement and(Measurement other) {
        Histogram sum = latencies.copy();
        sum.add(other.latencies);
        return new Measurement(accepted + other.accepted, failed + other.failed, lasted.plus(other.lasted), sum);
    }
}
