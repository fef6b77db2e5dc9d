package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notes when this machine did not run a thread that was ready, because others kept it busy. Then nobody can tell whether a node
 * was late by itself: it may have been stopped, as if by a signal, between its last look at the clock and a write.
 */
final class Stalls implements AutoCloseable {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(25);

    private final Witness witness;
    private final Thread thread = new Thread(this::run, "stalls");
    private volatile boolean closed;

    Stalls(Witness witness) {
        this.witness = witness;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            long before = System.nanoTime();
            LockSupport.parkNanos(STEP);
            long now = System.nanoTime();
            if (now - before > STEP + LATE) {
                witness.note(new Mishap(Mishap.STALL, "", before, now));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
