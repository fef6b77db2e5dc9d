package org.whatsapppolicy.simulator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A request, its answer, and whether the platform took it.
 *
 * @param sequence position in the order in which the simulator decided, from 1
 * @param accepted true when the platform took the message and will try to deliver it, also when the answer was lost
 */
public record LedgerEntry(long sequence, Asked asked, Answered answered, boolean accepted) {

    /** The message id, or null when nothing was accepted. */
    public @Nullable String wamid() {
        return answered.wamid();
    }

    /** The type of a message, also where the client left it out and so meant a text; null for other requests. */
    public @Nullable String type() {
        boolean message = asked.operation() == Operation.MESSAGE || asked.operation() == Operation.MARKETING_MESSAGE;
        return message && asked.type() == null ? "text" : asked.type();
    }
}
