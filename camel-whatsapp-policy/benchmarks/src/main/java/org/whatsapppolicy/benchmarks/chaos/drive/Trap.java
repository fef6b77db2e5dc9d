package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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
        /** The first bytes of a request were written and go nowhere; the rest never comes. */
        REQUEST_BEGUN,
        /** The request was written and does not reach the platform. */
        REQUEST_LOST,
        /** The request reaches the platform; nobody is there for the answer. */
        REQUEST_SENT,
        /** The answer is there, and the node never gets it. */
        ANSWER_UNHEARD;

        private static final Set<Place> OF_A_DATABASE = Set.of(COMMIT_UNHEARD, COMMIT_CUT, COMMIT_HEARD);

        /** Those that a node comes by; on a file nobody sees commits, and what lies before the request stands for them. */
        static List<Place> of(boolean database) {
            return Stream.of(values())
                    .filter(place -> database || !OF_A_DATABASE.contains(place))
                    .toList();
        }
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
