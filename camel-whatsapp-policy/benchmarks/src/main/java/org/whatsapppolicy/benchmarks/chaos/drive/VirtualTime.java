package org.whatsapppolicy.benchmarks.chaos.drive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * The time of a run: the store's clock row and the platform's clock, both at the pace of real time, both stepped together. The
 * platform's goes first, so that nobody ever wrote in the store's future.
 */
public final class VirtualTime implements AutoCloseable {

    /**
     * From {@code nanos} on the store's clock shows {@code shows}; it moved there after {@code before}. It was read after {@code
     * asked}: on a busy machine long before anybody heard of it.
     */
    private record Mark(long before, long asked, long nanos, Instant shows) {}

    private static final int TRIES = 20;

    private final PolicyStore store;
    private final SimulatorClock platform;
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final Thread pump = new Thread(this::pump, "virtual-time");
    private volatile boolean closed;
    private long pumped = System.nanoTime();

    VirtualTime(PolicyStore store, SimulatorClock platform) {
        this.store = store;
        this.platform = platform;
        mark(System.nanoTime());
        pump.setDaemon(true);
        pump.start();
    }

    private void mark(long before) {
        long asked = System.nanoTime();
        Instant shows = store.now();
        marks.add(new Mark(before, asked, System.nanoTime(), shows));
    }

    private void pump() {
        while (!closed) {
            tick(Duration.ZERO);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private synchronized void tick(Duration more) {
        long now = System.nanoTime();
        platform.advance(Duration.ofNanos(now - pumped).plus(more));
        pumped = now;
    }

    /** Both clocks leap. */
    public void step(Duration by) {
        long before = System.nanoTime();
        tick(by);
        move(by);
        mark(before);
    }

    /** The platform's clock has leapt already: the store's must follow, however busy the database is. */
    private void move(Duration by) {
        for (int left = TRIES; ; left--) {
            try {
                store.moveClock(by);
                return;
            } catch (StoreUnavailableException e) {
                if (left == 0 || e.commitUnknown()) {
                    throw e;
                }
            }
        }
    }

    /** The store's time now. */
    public Instant now() {
        return earliest(System.nanoTime());
    }

    /** The earliest that the store's clock can have shown at a moment. */
    public Instant earliest(long nanos) {
        Mark of = marks.get(0);
        for (Mark mark : marks) {
            if (mark.nanos <= nanos) {
                of = mark;
            }
        }
        return of.shows.plusNanos(nanos - of.nanos);
    }

    /** The latest that it can have shown. */
    public Instant latest(long nanos) {
        Mark of = marks.get(0);
        for (Mark mark : marks) {
            if (mark.before <= nanos) {
                of = mark;
            }
        }
        // The store cuts to milliseconds.
        return of.shows.plusMillis(1).plusNanos(nanos - of.asked);
    }

    /** How much real time lies between two instants of the store's clock: what it leapt over took none. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofNanos(moment(to) - moment(from));
    }

    /** When the store's clock showed that, or leapt over it. */
    public long moment(Instant shown) {
        Mark of = marks.get(0);
        for (Mark mark : marks) {
            if (mark.shows.isAfter(shown)) {
                return Math.min(of.nanos + Duration.between(of.shows, shown).toNanos(), mark.nanos);
            }
            of = mark;
        }
        return of.nanos + Duration.between(of.shows, shown).toNanos();
    }

    /** Whether the clock leapt in the span. */
    public boolean stepped(long begin, long end) {
        return marks.stream().skip(1).anyMatch(mark -> mark.before <= end && mark.nanos >= begin);
    }

    /** How it moved. */
    @Override
    public String toString() {
        return marks.toString();
    }

    @Override
    public void close() {
        closed = true;
        try {
            pump.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
