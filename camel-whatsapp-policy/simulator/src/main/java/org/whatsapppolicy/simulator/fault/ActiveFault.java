package org.whatsapppolicy.simulator.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is in force, for show.
 *
 * @param id by which it can be removed
 * @param faults what it plays, by name; one of them at a time
 * @param left how many more messages it disturbs; {@link Long#MAX_VALUE} for a rule without an end
 * @param chance from 0 to 1; 1 for scripted rules
 * @param seed what a rule by chance draws from, null for scripted rules
 * @param recipient whom it is about, null for everybody and for conditions written in Java
 */
public record ActiveFault(
        long id,
        List<String> faults,
        long left,
        double chance,
        @Nullable Long seed,
        @Nullable String recipient) {

    /** Copies the list. */
    public ActiveFault {
        faults = List.copyOf(faults);
    }
}
