package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Later;

/**
 * What a node does again and again beside sending, on threads that may block. A chore that fails says so and is done again at
 * its next time; it ends with the timer.
 */
final class Chores {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final Later later;
    private final Executor blocking;

    Chores(Later later, Executor blocking) {
        this.later = later;
        this.blocking = blocking;
    }

    /** Does it for the first time after that many milliseconds, and on in that rhythm. */
    void every(long millis, String what, Runnable chore) {
        in(millis, what, () -> {
            chore.run();
            return millis;
        });
    }

    /**
     * Does it after that many milliseconds.
     *
     * @param chore tells after how many milliseconds it is to be done again; the last wait counts when it fails
     */
    void in(long millis, String what, LongSupplier chore) {
        later.in(millis, TimeUnit.MILLISECONDS, () -> now(millis, what, chore));
    }

    /** Does it at once, and again after as many milliseconds as it tells, or as given when it fails. */
    void now(long otherwise, String what, LongSupplier chore) {
        try {
            blocking.execute(() -> {
                long next = otherwise;
                try {
                    next = chore.getAsLong();
                } catch (RuntimeException e) {
                    LOG.warn("Could not {}, which is tried again: {}", what, e.toString());
                } finally {
                    in(next, what, chore);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is done again any more: the threads are shut down");
        }
    }
}
