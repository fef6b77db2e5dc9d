package org.whatsapppolicy.simulator.fault;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Operation;

/**
 * A rule that is in force, for show.
 *
 * @param id by which it can be removed
 * @param faults what it plays, by name; one of them at a time
 * @param operations what kinds of requests it disturbs
 * @param left how many more of them it disturbs; {@link Long#MAX_VALUE} for a rule without an end
 * @param chance from 0 to 1; 1 for scripted rules
 * @param seed what a rule by chance draws from, null for scripted rules
 * @param recipient whom it is about, null for everybody and for conditions written in Java
 */
public record ActiveFault(
        long id,
        List<String> faults,
        Set<Operation> operations,
        long left,
        double chance,
        @Nullable Long seed,
        @Nullable String recipient) {

    /** Copies list and set. */
    public ActiveFault {
        faults = List.copyOf(faults);
        operations = Set.copyOf(operations);
    }

    /** Whether it disturbs messages and nothing else. */
    public boolean messagesOnly() {
        return operations.equals(FaultRule.MESSAGES);
    }
}
