package org.whatsapppolicy.store.jdbc;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Ids of people, addresses and acts: numbers without a meaning that grow with time, so that tables grow at one end. 41 bits
 * of milliseconds since 2020, 22 bits that start at random and count. Ids of two processes can collide in theory: inserts
 * notice and run again. Thread-safe.
 */
final class RowIds {

    private static final long SINCE_2020 = 1_577_836_800_000L;
    private static final int BITS = 22;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    RowIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized long next() {
        long fresh = ((clock.millis() - SINCE_2020) << BITS) | random.nextInt(1 << (BITS - 1));
        last = Math.max(fresh, last + 1);
        return last;
    }
}
