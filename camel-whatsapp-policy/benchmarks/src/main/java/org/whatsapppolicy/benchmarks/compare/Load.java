package org.whatsapppolicy.benchmarks.compare;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * A closed loop: hands out letters as long as the round lasts, never more than {@code inFlight} at a time. {@link #next}
 * waits for a free place; {@link #hasNext} does not, because splitters look ahead.
 */
final class Load implements Iterator<Letter> {

    private static final long PATIENCE_SECONDS = 60;

    private final People people;
    private final int inFlight;
    private final Semaphore places;
    private final Recorder latencies = new Recorder(3);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Duration spent = Processor.spent();
    private final long begun = System.nanoTime();
    private final long until;
    private volatile long last = begun;

    Load(People people, int inFlight, Duration lasts) {
        this.people = people;
        this.inFlight = inFlight;
        this.places = new Semaphore(inFlight);
        this.until = begun + lasts.toNanos();
    }

    @Override
    public boolean hasNext() {
        return System.nanoTime() - until < 0;
    }

    @Override
    public Letter next() {
        places.acquireUninterruptibly();
        return people.next(this);
    }

    void ended(long nanos, boolean wasAccepted) {
        latencies.recordValue(nanos);
        (wasAccepted ? accepted : failed).incrementAndGet();
        last = System.nanoTime();
        places.release();
    }

    /** Waits for the letters under way and tells what was measured. */
    Measurement finish() throws InterruptedException {
        if (!places.tryAcquire(inFlight, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException((inFlight - places.availablePermits())
                    + " messages were still without an end " + PATIENCE_SECONDS + " s after the load stopped");
        }
        Histogram histogram = latencies.getIntervalHistogram();
        return new Measurement(
                accepted.get(),
                failed.get(),
                Duration.ofNanos(last - begun),
                Processor.spent().minus(spent),
                histogram);
    }
}
