package org.whatsapppolicy.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's clock, or one that goes beside it. */
final class RealClock implements SimulatorClock {

    static final RealClock INSTANCE = new RealClock(Clock.systemUTC());

    private static final Logger LOG = LoggerFactory.getLogger(RealClock.class);

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "whatsapp-simulator-clock");
        thread.setDaemon(true);
        return thread;
    });

    private final Clock clock;

    private RealClock(Clock clock) {
        this.clock = clock;
    }

    static RealClock from(Instant start) {
        Clock machine = Clock.systemUTC();
        return new RealClock(Clock.offset(machine, Duration.between(machine.instant(), start)));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }

    @Override
    public long micros() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        // The future is never looked at, so what a task throws would be lost.
        ScheduledFuture<?> unused = TIMER.schedule(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("A scheduled task of the simulator failed", e);
                    }
                },
                Math.max(0, delay.toNanos()),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void advance(Duration step) {
        throw new UnsupportedOperationException(
                "a real clock cannot be moved; use SimulatorClock.virtual(start), or --clock when started alone");
    }

    @Override
    public Optional<Duration> untilNextTask() {
        return Optional.empty();
    }

    @Override
    public boolean isVirtual() {
        return false;
    }

    @Override
    public Clock asJavaClock() {
        return new JavaClock(this, ZoneOffset.UTC);
    }
}
