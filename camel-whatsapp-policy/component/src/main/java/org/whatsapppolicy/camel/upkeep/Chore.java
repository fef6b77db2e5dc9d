package org.whatsapppolicy.camel.upkeep;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Later;

/** One thing that is done again and again, one turn after the other however many are asked for. Thread-safe. */
final class Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final Later later;
    private final Executor blocking;
    private final long otherwise;
    private final String what;
    private final LongSupplier work;
    // Only the turn that was asked for last comes.
    private final AtomicLong asked = new AtomicLong();

    Chore(Later later, Executor blocking, long otherwise, String what, LongSupplier work) {
        this.later = later;
        this.blocking = blocking;
        this.otherwise = otherwise;
        this.what = what;
        this.work = work;
    }

    /** Its next turn is after that many milliseconds, whatever was asked for before. */
    void in(long millis) {
        in(millis, asked.incrementAndGet());
    }

    /** No turn begins any more; one that has begun is its last. */
    void end() {
        asked.incrementAndGet();
    }

    private void in(long millis, long mine) {
        later.in(millis, TimeUnit.MILLISECONDS, () -> {
            try {
                blocking.execute(() -> turn(mine));
            } catch (RejectedExecutionException e) {
                LOG.warn("Could not {}, which is tried again: {}", what, e.toString());
                if (asked.get() == mine) {
                    in(otherwise, mine);
                }
            }
        });
    }

    private synchronized void turn(long mine) {
        if (asked.get() != mine) {
            return;
        }
        long next = otherwise;
        try {
            next = work.getAsLong();
        } catch (RuntimeException e) {
            LOG.warn("Could not {}, which is tried again: {}", what, e.toString());
        } finally {
            if (asked.compareAndSet(mine, mine + 1)) {
                in(next, mine + 1);
            }
        }
    }
}
