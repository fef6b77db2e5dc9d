package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** A phone that may be off. What arrives meanwhile waits. Safe for use by several threads. */
public final class Phone {

    private static final long FOR_GOOD = Long.MAX_VALUE;

    private final SimulatorClock clock;
    private List<Runnable> waiting = List.of();
    private long offUntil;

    Phone(SimulatorClock clock) {
        this.clock = clock;
    }

    /** Switches it off until {@link #switchOn}. */
    public synchronized void switchOff() {
        offUntil = FOR_GOOD;
    }

    /** Switches it off for so long; no time changes nothing, and a phone that is off longer stays so. */
    public void switchOffFor(Duration length) {
        synchronized (this) {
            long until = clock.millis() + length.toMillis();
            if (length.isZero() || until <= offUntil) {
                return;
            }
            offUntil = until;
        }
        clock.schedule(length, this::comesOn);
    }

    /** Switches it on; what waited arrives at once. */
    public void switchOn() {
        synchronized (this) {
            offUntil = 0;
        }
        comesOn();
    }

    /** Whether it is off. */
    public synchronized boolean isOff() {
        return clock.millis() < offUntil;
    }

    /** Keeps the message for later while the phone is off; false when it is on. For the simulator. */
    public synchronized boolean holds(Runnable arrival) {
        if (!isOff()) {
            return false;
        }
        if (waiting.isEmpty()) {
            waiting = new ArrayList<>(1);
        }
        waiting.add(arrival);
        return true;
    }

    private void comesOn() {
        List<Runnable> arrived;
        synchronized (this) {
            if (isOff()) {
                return;
            }
            arrived = waiting;
            waiting = List.of();
        }
        arrived.forEach(Runnable::run);
    }
}
