package org.whatsapppolicy.simulator.limit;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;

/** One limit on sending. Called for every message that is otherwise fine, on several threads; must be cheap. */
public interface Limit {

    /**
     * Counts the message, or says why not. A refused message does not count.
     *
     * @param phoneNumberId the sender
     * @param address the recipient's {@code wa_id}, user id or group
     * @param micros now, in microseconds since 1970
     * @return null when the message may go
     */
    @Nullable
    GraphError admit(String phoneNumberId, String address, long micros);
}
