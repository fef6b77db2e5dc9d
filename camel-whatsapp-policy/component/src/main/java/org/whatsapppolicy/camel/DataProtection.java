package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.store.PersonalData;

/** Has everything wrapped by the current key after a rotation (S-47), in small transactions and without haste. */
final class DataProtection {

    private static final Logger LOG = LoggerFactory.getLogger(DataProtection.class);
    private static final int AT_ONCE = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final long AGAIN_HOURS = 1;

    private final PersonalData data;
    private final Executor blocking;
    private final Later later;
    private long wrapped;

    DataProtection(PersonalData data, Executor blocking, Later later) {
        this.data = data;
        this.blocking = blocking;
        this.later = later;
    }

    void start() {
        later.in(PAUSE_MILLIS, TimeUnit.MILLISECONDS, this::next);
    }

    private void next() {
        try {
            blocking.execute(this::step);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is wrapped any more: the threads are gone");
        }
    }

    private void step() {
        boolean more = false;
        try {
            int some = data.wrapAgain(AT_ONCE);
            wrapped += some;
            more = some > 0;
            if (!more && wrapped > 0) {
                LOG.info("The current key wraps everything now, {} keys were wrapped by another before", wrapped);
                wrapped = 0;
            }
        } catch (RuntimeException e) {
            LOG.warn("Keys are wrapped again another time: {}", e.toString());
        } finally {
            later.in(more ? PAUSE_MILLIS : TimeUnit.HOURS.toMillis(AGAIN_HOURS), TimeUnit.MILLISECONDS, this::next);
        }
    }
}
