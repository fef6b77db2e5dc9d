package org.whatsapppolicy.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes message ids: UUIDs of version 7, so that ids made later sort later and tables grow at one end. Within one instance
 * every id is greater than the one before it, also when the clock steps back. Thread-safe.
 */
public final class MessageIds {

    private static final long SEQUENCE = 0xFFF;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    /**
     * @param clock gives the time that ids begin with
     * @param random gives their other bits; ids of several processes differ by these alone
     */
    public MessageIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** When an id was made, or nothing when it was not made here: it is of another version. */
    public static Optional<Instant> made(UUID id) {
        return id.version() == 7
                ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }

    /** A new id. */
    public synchronized UUID next() {
        // Milliseconds and a sequence of 12 bits in one counter: a full sequence simply borrows the next millisecond.
        long fresh = (clock.millis() << 12) | random.nextInt(256);
        last = Math.max(fresh, last + 1);
        long high = ((last >>> 12) << 16) | 0x7000 | (last & SEQUENCE);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
