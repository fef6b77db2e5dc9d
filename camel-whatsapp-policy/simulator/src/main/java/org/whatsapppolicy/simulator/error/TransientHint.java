package org.whatsapppolicy.simulator.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code is_transient}: whether trying again may help, as far as the platform says so at all. The samples show it on
 * general Graph errors and on errors with words for users, not on those of messaging.
 */
final class TransientHint {

    private static final int TOO_MANY_CALLS = 2446079;
    private static final Set<Integer> PASSING = Set.of(2, 4, 80008);

    private TransientHint() {}

    static @Nullable Boolean of(GraphError error) {
        if (PASSING.contains(error.code()) || error.subcode() == TOO_MANY_CALLS) {
            return true;
        }
        return (error.code() == 1 || error.userTitle() != null) ? false : null;
    }
}
