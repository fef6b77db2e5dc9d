package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is on its way, so that a test can wait for quiet. Takes no lock unless somebody waits. */
final class Underway {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger watching = new AtomicInteger();

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        // Read after the count: who watches registers before looking at the count, so one of the two sees the other.
        if (count.decrementAndGet() == 0 && watching.get() > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    synchronized void awaitNone(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        watching.incrementAndGet();
        try {
            while (count.get() > 0) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError(count.get() + " webhooks are still on their way after " + longest);
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for webhooks", e);
        } finally {
            watching.decrementAndGet();
        }
    }
}
