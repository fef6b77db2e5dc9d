package org.whatsapppolicy.simulator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What was answered. Where a fault ate the answer, this is what the platform would have said: compare {@code fault}.
 *
 * @param status HTTP status, 0 when the connection broke or stayed silent
 * @param code Graph error code, -1 for none
 * @param subcode {@code error_subcode}, 0 for none
 * @param wamid the message id given to the message, also when the client never got to see it
 * @param messageStatus {@code message_status}, only for templates
 * @param fault the fault that was played, by name
 */
public record Answered(
        int status,
        int code,
        int subcode,
        @Nullable String wamid,
        @Nullable String messageStatus,
        @Nullable String fault) {

    /** Whether the client could read the answer the platform meant. */
    public boolean undisturbed() {
        return fault == null;
    }
}
