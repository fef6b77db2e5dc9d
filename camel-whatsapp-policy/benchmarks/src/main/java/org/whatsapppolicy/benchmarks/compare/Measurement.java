package org.whatsapppolicy.benchmarks.compare;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one contestant did, in one round or in several.
 *
 * @param accepted messages of which it says that the platform took them
 * @param failed all others
 * @param lasted from the first message to the end of the last
 * @param processor time that this process spent on all of its processors
 * @param latencies of all messages, in nanoseconds
 */
record Measurement(long accepted, long failed, Duration lasted, Duration processor, Histogram latencies) {

    double perSecond() {
        return accepted / (lasted.toNanos() / 1e9);
    }

    /** Processor time of a message: unlike the rate it hardly depends on what else the machine does. */
    double microsEach() {
        return processor.toNanos() / 1e3 / Math.max(1, accepted + failed);
    }

    double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Both together, one after the other. */
    Measurement and(Measurement other) {
        Histogram sum = latencies.copy();
        sum.add(other.latencies);
        return new Measurement(
                accepted + other.accepted,
                failed + other.failed,
                lasted.plus(other.lasted),
                processor.plus(other.processor),
                sum);
    }
}
