package org.whatsapppolicy.camel.webhook;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says that deliveries are refused, so that a wrong app secret is not silence: the first one, then at most one line a minute
 * with how many there were, because anybody can post anything. Thread-safe.
 */
final class Refusals {

    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final Consumer<String> log;
    private long untold;
    private long quietUntil;
    private boolean told;

    /**
     * @param nanos a monotonic clock
     * @param log takes the lines
     */
    Refusals(LongSupplier nanos, Consumer<String> log) {
        this.nanos = nanos;
        this.log = log;
    }

    /** Notes one, and returns it. */
    Reply refused(Reply reply) {
        long now = nanos.getAsLong();
        long since;
        synchronized (this) {
            untold++;
            if (told && now - quietUntil < 0) {
                return reply;
            }
            since = untold;
            untold = 0;
            told = true;
            quietUntil = now + PAUSE;
        }
        log.accept("Deliveries to the webhook were refused, " + since + " since this was last said, the last one by "
                + reply.status() + " (" + reply.text()
                + "). If they are the platform's, check appSecret against the app's"
                + " settings");
        return reply;
    }
}
