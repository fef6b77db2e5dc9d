package org.whatsapppolicy.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The only source of time in the simulator. Service windows, webhook delays and retries, token expiry, limits and slow
 * answers all obey it.
 *
 * <p>Safe for use by several threads.
 */
public sealed interface SimulatorClock permits RealClock, VirtualClock {

    /** The machine's clock. Tasks run on one daemon thread shared by all real clocks. */
    static SimulatorClock real() {
        return RealClock.INSTANCE;
    }

    /** A clock that goes as fast as the machine's, from {@code start} on: for demos that begin on a certain day. */
    static SimulatorClock realFrom(Instant start) {
        return RealClock.from(start);
    }

    /** A clock that stands at {@code start} until it is moved. */
    static SimulatorClock virtual(Instant start) {
        return new VirtualClock(start);
    }

    /** The current time. Never goes backwards on a virtual clock. */
    Instant now();

    /** {@link #now()} in milliseconds since 1970, without allocating. */
    long millis();

    /** {@link #now()} in microseconds since 1970; what sliding limits are measured in. */
    long micros();

    /**
     * Runs {@code task} once {@code delay} has passed, on a thread of the clock's choosing. A task must not block. A
     * delay of zero or less runs as soon as possible, on a virtual clock at once on the calling thread.
     */
    void schedule(Duration delay, Runnable task);

    /**
     * Moves a virtual clock forward and runs, on the calling thread and in order of time, every task that falls due on
     * the way; each sees the time it was scheduled for.
     *
     * @throws UnsupportedOperationException on a real clock
     */
    void advance(Duration step);

    /**
     * How far {@link #advance} has to go until the next task is due; empty when there is none, and on a real clock,
     * which nobody has to move.
     */
    Optional<Duration> untilNextTask();

    /** Whether {@link #advance} works. */
    boolean isVirtual();

    /** This clock in UTC for code that takes a {@link Clock}. */
    Clock asJavaClock();
}
