package org.whatsapppolicy.camel.upkeep;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.whatsapppolicy.camel.send.Later;

/**
 * What a node does again and again beside sending, on threads that may block. A chore that fails says so and is done again at
 * its next time; it ends with the timer. Thread-safe.
 */
public final class Chores {

    private final Later later;
    private final Executor blocking;

    /**
     * None yet.
     *
     * @param later tells when the turn of one is; must be quick
     * @param blocking runs them
     */
    public Chores(Later later, Executor blocking) {
        this.later = later;
        this.blocking = blocking;
    }

    /** Does it for the first time after that many milliseconds, and on in that rhythm. */
    public void every(long millis, String what, Runnable chore) {
        in(millis, what, () -> {
            chore.run();
            return millis;
        });
    }

    /**
     * Does it after that many milliseconds.
     *
     * @param chore tells after how many milliseconds it is to be done again; {@code millis} counts when it fails
     */
    public void in(long millis, String what, LongSupplier chore) {
        chore(millis, what, chore).in(millis);
    }

    /**
     * Does it at once, and again after as many milliseconds as it tells, or as given when it fails.
     *
     * @return ends it: no turn of it begins any more
     */
    public Runnable now(long otherwise, String what, LongSupplier chore) {
        Chore own = chore(otherwise, what, chore);
        own.in(0);
        return own::end;
    }

    /** One whose first turn is not asked for yet. */
    Chore chore(long otherwise, String what, LongSupplier chore) {
        return new Chore(later, blocking, otherwise, what, chore);
    }
}
