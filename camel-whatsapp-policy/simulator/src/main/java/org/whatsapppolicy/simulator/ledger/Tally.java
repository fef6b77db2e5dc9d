package org.whatsapppolicy.simulator.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A counter one can wait for. Counting takes no lock unless somebody waits. */
final class Tally {

    private final String what;
    private final AtomicLong count = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();

    Tally(String what) {
        this.what = what;
    }

    void increment() {
        count.incrementAndGet();
        // Read after the count: a waiter registers before it looks at the count, so one of the two sees the other.
        if (waiting.get() > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    long get() {
        return count.get();
    }

    void reset() {
        count.set(0);
    }

    void await(long wanted, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        waiting.incrementAndGet();
        try {
            synchronized (this) {
                while (count.get() < wanted) {
                    long left = (deadline - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        throw new AssertionError(
                                "expected " + wanted + " " + what + " within " + atMost + ", saw " + count.get());
                    }
                    wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + wanted + " " + what, e);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
