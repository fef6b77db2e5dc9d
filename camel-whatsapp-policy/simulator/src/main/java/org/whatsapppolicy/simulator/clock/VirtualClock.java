package org.whatsapppolicy.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that tests move. Tasks of the same instant run in the order in which they were scheduled. */
final class VirtualClock implements SimulatorClock {

    private record Due(Instant at, long order, Runnable task) {}

    private final Object lock = new Object();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private volatile Instant now;
    private long scheduled;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long millis() {
        return now.toEpochMilli();
    }

    @Override
    public long micros() {
        Instant seen = now;
        return seen.getEpochSecond() * 1_000_000 + seen.getNano() / 1_000;
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            task.run();
            return;
        }
        synchronized (lock) {
            due.add(new Due(now.plus(delay), scheduled++, task));
        }
    }

    @Override
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        Instant target;
        synchronized (lock) {
            target = now.plus(step);
        }
        for (Due next = nextBefore(target); next != null; next = nextBefore(target)) {
            next.task().run();
        }
    }

    private @Nullable Due nextBefore(Instant target) {
        synchronized (lock) {
            Due next = due.peek();
            if (next == null || next.at().isAfter(target)) {
                moveTo(target);
                return null;
            }
            due.poll();
            moveTo(next.at());
            return next;
        }
    }

    private void moveTo(Instant target) {
        if (target.isAfter(now)) {
            now = target;
        }
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public Clock asJavaClock() {
        return new JavaClock(this, ZoneOffset.UTC);
    }
}
