package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Later;

/** Work that has no haste: in small steps until nothing is left of it, and an hour later again. */
final class Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);
    private static final long PAUSE_MILLIS = 100;
    private static final long AGAIN_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final String done;
    private final IntSupplier step;
    private final Executor blocking;
    private final Later later;
    private long count;

    /**
     * Makes one.
     *
     * @param done what is logged behind a number when nothing is left
     * @param step does a little and tells how much; 0 when nothing is left
     */
    Chore(String done, IntSupplier step, Executor blocking, Later later) {
        this.done = done;
        this.step = step;
        this.blocking = blocking;
        this.later = later;
    }

    void start() {
        later.in(PAUSE_MILLIS, TimeUnit.MILLISECONDS, this::next);
    }

    private void next() {
        try {
            blocking.execute(this::work);
        } catch (RejectedExecutionException e) {
            LOG.debug("No chores any more: the threads are gone");
        }
    }

    private void work() {
        boolean more = false;
        try {
            int some = step.getAsInt();
            count += some;
            more = some > 0;
            if (!more && count > 0) {
                LOG.info("{} {}", count, done);
                count = 0;
            }
        } catch (RuntimeException e) {
            LOG.warn("Another time, {}: {}", done, e.toString());
        } finally {
            later.in(more ? PAUSE_MILLIS : AGAIN_MILLIS, TimeUnit.MILLISECONDS, this::next);
        }
    }
}
