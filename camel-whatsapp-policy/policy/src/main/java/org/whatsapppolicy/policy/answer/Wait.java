package org.whatsapppolicy.policy.answer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a new attempt.
 *
 * @param first after the first attempt; null when another attempt makes no sense
 * @param factor by which each further wait is longer
 * @param longest where it stops growing
 */
record Wait(@Nullable Duration first, int factor, Duration longest) {

    static final Wait NEVER = new Wait(null, 1, Duration.ZERO);

    static Wait of(Duration each) {
        return new Wait(each, 1, each);
    }

    static Wait growing(Duration first, int factor, Duration longest) {
        return new Wait(first, factor, longest);
    }

    /** @param attempt the one that was refused, from 1; anything lower counts as the first */
    @Nullable
    Duration after(int attempt) {
        if (first == null) {
            return null;
        }
        Duration wait = first;
        for (int i = 1; i < attempt && factor > 1 && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(factor);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
