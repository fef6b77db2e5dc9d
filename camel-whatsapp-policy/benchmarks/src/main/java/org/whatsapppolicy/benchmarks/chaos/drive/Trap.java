package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Waits for a node to come to a point, and kills it or cuts its line there. Sprung on the wire's thread. */
final class Trap {

    /** Where a node can be hit exactly. */
    enum Place {
        /** The database has committed; the node has not heard of it. */
        COMMIT_UNHEARD,
        /** The database has committed; the line is cut before the node hears of it, and the node lives. */
        COMMIT_CUT,
        /** The database has committed, and the word is on its way to the node. */
        COMMIT_HEARD,
        /** A line to the platform is opened. */
        CONNECT,
        /** The request was written and does not reach the platform. */
        REQUEST_LOST,
        /** The request reaches the platform; nobody is there for the answer. */
        REQUEST_SENT,
        /** The answer is there, and the node never gets it. */
        ANSWER_UNHEARD
    }

    private final AtomicReference<@Nullable Place> set = new AtomicReference<>();
    private final Runnable kill;

    Trap(Runnable kill) {
        this.kill = kill;
    }

    void set(Place place) {
        set.set(place);
    }

    void clear() {
        set.set(null);
    }

    boolean isSet() {
        return set.get() != null;
    }

    /** Kills, or cuts, if it was set for that place; whether it did. */
    boolean sprung(Place here) {
        if (set.compareAndSet(here, null)) {
            if (here != Place.COMMIT_CUT) {
                kill.run();
            }
            return true;
        }
        return false;
    }
}
