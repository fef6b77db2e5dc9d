package org.whatsapppolicy.camel.handover;

import java.time.Duration;

/**
 * How often a route is given the same thing, and how long it may recover in between (S-46): 0.1 s at first, twice as long each
 * time, 51 s at last.
 *
 * @param most how often at most; after that it is dead
 */
public record Attempts(int most) {

    /** Ten: about two minutes. */
    public static final Attempts STANDARD = new Attempts(10);

    private static final long SHORTEST = 100;
    private static final int DOUBLINGS = 9;

    public Attempts {
        if (most < 1) {
            throw new IllegalArgumentException("attempts: found " + most + ", expected at least 1");
        }
    }

    /** Whether that was the last time. */
    public boolean spent(int failures) {
        return failures >= most;
    }

    /**
     * How long to wait before the next time.
     *
     * @param failures how often it failed, from 1
     */
    public Duration pause(int failures) {
        return Duration.ofMillis(SHORTEST << Math.min(failures - 1, DOUBLINGS));
    }
}
