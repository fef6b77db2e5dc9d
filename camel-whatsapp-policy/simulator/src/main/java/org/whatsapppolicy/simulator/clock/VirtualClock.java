package org.whatsapppolicy.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A clock that tests move. Tasks of the same instant run in the order in which they were scheduled. Made for a million
 * tasks at a time: instants are kept as nanoseconds since the start, 292 years at most.
 */
final class VirtualClock implements SimulatorClock {

    private record Due(long at, long order, Runnable task) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final Object lock = new Object();
    private final ReentrantLock moving = new ReentrantLock();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Instant start;
    private volatile long passed;
    private long scheduled;

    VirtualClock(Instant start) {
        this.start = start;
    }

    @Override
    public Instant now() {
        return start.plusNanos(passed);
    }

    @Override
    public long millis() {
        return now().toEpochMilli();
    }

    @Override
    public long micros() {
        Instant seen = now();
        return seen.getEpochSecond() * 1_000_000 + seen.getNano() / 1_000;
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            task.run();
            return;
        }
        synchronized (lock) {
            due.add(new Due(passed + delay.toNanos(), scheduled++, task));
        }
    }

    @Override
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        // Two threads that move the clock take turns, so that no task overtakes an earlier one.
        moving.lock();
        try {
            long target = passed + step.toNanos();
            for (Due next = nextBefore(target); next != null; next = nextBefore(target)) {
                next.task().run();
            }
        } finally {
            moving.unlock();
        }
    }

    private @Nullable Due nextBefore(long target) {
        synchronized (lock) {
            Due next = due.peek();
            if (next == null || next.at() > target) {
                moveTo(target);
                return null;
            }
            due.poll();
            moveTo(next.at());
            return next;
        }
    }

    /** A task may have moved the clock itself. */
    private void moveTo(long target) {
        if (target > passed) {
            passed = target;
        }
    }

    @Override
    public Optional<Duration> untilNextTask() {
        synchronized (lock) {
            return Optional.ofNullable(due.peek()).map(next -> Duration.ofNanos(next.at() - passed));
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
