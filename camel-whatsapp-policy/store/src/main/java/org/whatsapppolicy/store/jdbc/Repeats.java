package org.whatsapppolicy.store.jdbc;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.Admission;

/**
 * Whether requests are looked up before they are decided. Nearly all are new, and writing one that is not finds that out as
 * surely (S-37): then the batch runs again with a look, and so do the next ones, because repeats come together. Thread-safe.
 */
final class Repeats {

    private static final int WATCHED = 100;

    private final AtomicInteger watching = new AtomicInteger();

    /** The tries of one batch. */
    Tries tries() {
        return new Tries(watching.getAndUpdate(n -> Math.max(0, n - 1)) == 0);
    }

    /** What was answered to a batch. */
    void learn(List<@Nullable Admission> answers) {
        if (answers.stream().anyMatch(one -> one instanceof Admission.Repeated || one instanceof Admission.Conflict)) {
            watching.set(WATCHED);
        }
    }

    /** For one thread. */
    final class Tries {

        private final boolean trusting;
        private int made;

        private Tries(boolean trusting) {
            this.trusting = trusting;
        }

        /** Whether the next try goes without a look; only the first may. */
        boolean hasty() {
            boolean first = made++ == 0;
            if (!first && trusting) {
                watching.set(WATCHED);
            }
            return first && trusting;
        }
    }
}
