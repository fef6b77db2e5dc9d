package org.whatsapppolicy.simulator.people;

import java.time.Duration;

/** How long something takes: a distribution from which single durations are drawn. */
public sealed interface Delay {

    /** No time at all. */
    Delay NONE = of(Duration.ZERO);

    /**
     * The duration at a point of the distribution.
     *
     * @param point from 0 for the shortest to 1, which is excluded
     */
    Duration at(double point);

    /** Always the same. */
    static Delay of(Duration length) {
        return new Uniform(length, length);
    }

    /** Anything between the two, all equally likely. */
    static Delay between(Duration shortest, Duration longest) {
        return new Uniform(shortest, longest);
    }

    /** Mostly short and seldom long, with that mean; at most ten times the mean. */
    static Delay around(Duration mean) {
        return new Exponential(mean);
    }

    /** All equally likely. */
    record Uniform(Duration shortest, Duration longest) implements Delay {

        @Override
        public Duration at(double point) {
            return shortest.plusNanos((long) (point * longest.minus(shortest).toNanos()));
        }
    }

    /** Memoryless, cut off at ten times the mean. */
    record Exponential(Duration mean) implements Delay {

        @Override
        public Duration at(double point) {
            return Duration.ofNanos((long) (Math.min(10, -Math.log1p(-point)) * mean.toNanos()));
        }
    }
}
