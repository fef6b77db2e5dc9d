package org.whatsapppolicy.simulator.message;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.ledger.Answered;

/**
 * How the platform decided about one request.
 *
 * @param accepted whether a message is on its way now
 * @param afterwards what happens next, such as statuses; run once the ledger knows of the message
 */
public record Outcome(
        int status,
        String json,
        int code,
        int subcode,
        @Nullable String wamid,
        @Nullable String messageStatus,
        boolean accepted,
        Runnable afterwards) {

    /** An error answer. */
    public static Outcome refused(GraphError error, String trace) {
        return new Outcome(
                error.status(),
                error.toJson(trace),
                error.code(),
                error.subcode(),
                null,
                null,
                false,
                Outcome::nothing);
    }

    /** An answer to a request that sends nothing. */
    public static Outcome plain(String json) {
        return new Outcome(200, json, -1, 0, null, null, false, Outcome::nothing);
    }

    /**
     * An answer of the endpoints around messages.
     *
     * @param code the error code inside it, -1 for none
     */
    public static Outcome managed(int status, String json, int code) {
        return new Outcome(status, json, code, 0, null, null, false, Outcome::nothing);
    }

    /** The same, answered as another provider would. */
    public Outcome inOtherWords(int otherStatus, String otherJson) {
        return new Outcome(otherStatus, otherJson, code, subcode, wamid, messageStatus, accepted, afterwards);
    }

    static Outcome message(String json, String wamid, @Nullable String messageStatus, Runnable afterwards) {
        return new Outcome(200, json, -1, 0, wamid, messageStatus, true, afterwards);
    }

    /** What the ledger keeps of it. */
    public Answered answered(@Nullable String fault) {
        return new Answered(status, code, subcode, wamid, messageStatus, fault);
    }

    private static void nothing() {}
}
