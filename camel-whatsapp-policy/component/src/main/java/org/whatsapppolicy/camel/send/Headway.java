package org.whatsapppolicy.camel.send;

import java.util.concurrent.TimeUnit;

/**
 * How many messages may be decided while all connections are busy: as many as a moment of answers frees connections for. Without
 * it batches of decisions are no larger than what one round of answers lets in, and each costs a commit. What it lets in waits
 * for a moment at most while answers come as they did; when they stop coming the claim of M-2 ends the wait. Thread-safe.
 */
final class Headway {

    /** A small part of the send lease. */
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private final int most;
    private long since;
    private int answers;
    private int allowed;

    /**
     * @param most of them
     * @param now on the monotonic clock
     */
    Headway(int most, long now) {
        this.most = most;
        this.since = now;
    }

    /** An answer came and a connection is free; returns by how many more, or fewer, may be under way from now on. */
    synchronized int answered(long now) {
        answers++;
        long passed = now - since;
        if (passed < MOMENT) {
            return 0;
        }
        int before = allowed;
        allowed = (int) Math.min(most, answers * MOMENT / passed);
        answers = 0;
        since = now;
        return allowed - before;
    }

    synchronized int allowed() {
        return allowed;
    }
}
