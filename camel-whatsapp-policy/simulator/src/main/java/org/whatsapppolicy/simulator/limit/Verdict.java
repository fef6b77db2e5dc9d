package org.whatsapppolicy.simulator.limit;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;

/**
 * What limits make of a message.
 *
 * @param error what to answer, or what the failed status says; null where nothing is said
 */
public record Verdict(Kind kind, @Nullable GraphError error) {

    /** The message may go. */
    public static final Verdict PASS = new Verdict(Kind.PASS, null);

    /** The message is accepted, and never heard of again. */
    public static final Verdict SILENCE = new Verdict(Kind.SILENCE, null);

    /** In the order of how bad it is. */
    public enum Kind {
        /** Within the limit. */
        PASS,
        /** Accepted, then a failed status. */
        FAIL_LATER,
        /** Accepted, then nothing. */
        SILENCE,
        /** An error answer. */
        REFUSE
    }

    static Verdict refuse(GraphError error) {
        return new Verdict(Kind.REFUSE, error);
    }

    static Verdict failLater(GraphError error) {
        return new Verdict(Kind.FAIL_LATER, error);
    }

    boolean worseThan(Verdict other) {
        return kind.compareTo(other.kind) > 0;
    }
}
