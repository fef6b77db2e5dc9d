package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long after acceptance each status is told, by the simulator's clock.
 *
 * @param read null when people do not read
 */
public record StatusDelays(
        Duration sent, Duration delivered, @Nullable Duration read, Duration failed) {

    /** Within 60 ms, read included. */
    public static final StatusDelays QUICK = new StatusDelays(
            Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMillis(60), Duration.ofMillis(20));

    /** The same, but nobody reads. */
    public StatusDelays withoutRead() {
        return new StatusDelays(sent, delivered, null, failed);
    }
}
