package org.whatsapppolicy.camel.handover;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one loop that waits for it. What was rung while nobody waited is not lost. Thread-safe. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    /** There may be something. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Ends every wait, now and from now on. */
    public void end() {
        end.countDown();
        ring();
    }

    /** Whether the loop goes on. */
    public boolean open() {
        return end.getCount() > 0;
    }

    /** Waits until it rings, at most so long; whether it rang. */
    public boolean rest(Duration most) {
        try {
            boolean rang = open() && rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            if (rang) {
                rung.drainPermits();
            }
            return rang;
        } catch (InterruptedException e) {
            interrupted();
            return false;
        }
    }

    /** Waits so long, whether it rings or not, unless it ends. */
    public void pause(Duration length) {
        try {
            boolean unused = end.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted();
        }
    }

    private void interrupted() {
        Thread.currentThread().interrupt();
        end();
    }
}
