package org.whatsapppolicy.camel.upkeep;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** One kind of thing that is taken away from time to time, and when its turn is. Used by one thread at a time. */
final class Sweep {

    private final long everyNanos;
    private final Step step;
    private long next;

    /** One small part of the work. */
    interface Step {
        /** Returns whether there is more to do now. */
        boolean go();
    }

    /**
     * @param every how long to rest once everything is done
     * @param first when its first turn is, on the monotonic clock
     */
    Sweep(Duration every, long first, Step step) {
        this.everyNanos = every.toNanos();
        this.step = step;
        this.next = first;
    }

    /** One that takes so many at once, and has more to do whenever it took that many. */
    static Step batches(int size, IntSupplier taken) {
        return () -> taken.getAsInt() >= size;
    }

    long next() {
        return next;
    }

    /** Its turn is at once. */
    void soon(long now) {
        next = Math.min(next, now);
    }

    /** It did not work: again after its rest, at most a minute. */
    void failed(long now) {
        next = now + Math.min(everyNanos, Duration.ofMinutes(1).toNanos());
    }

    /**
     * Does one step.
     *
     * @param nanos a monotonic clock
     * @param pause how long to rest after a step of that length, when there is more to do
     */
    void turn(LongSupplier nanos, LongUnaryOperator pause) {
        long began = nanos.getAsLong();
        boolean more = step.go();
        long ended = nanos.getAsLong();
        next = ended + (more ? pause.applyAsLong(ended - began) : everyNanos);
    }
}
