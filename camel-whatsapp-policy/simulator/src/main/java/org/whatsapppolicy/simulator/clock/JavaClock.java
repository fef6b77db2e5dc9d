package org.whatsapppolicy.simulator.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A view of a simulator clock as a {@link Clock}. */
final class JavaClock extends Clock {

    private final SimulatorClock source;
    private final ZoneId zone;

    JavaClock(SimulatorClock source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new JavaClock(source, other);
    }

    @Override
    public Instant instant() {
        return source.now();
    }

    @Override
    public long millis() {
        return source.millis();
    }
}
