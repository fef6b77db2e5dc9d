package org.whatsapppolicy.policy.ledger;

/**
 * Where a message stands. Ordered by (attempt, rank): within one attempt it only moves forward; a new attempt starts only
 * from HELD.
 */
public enum MessageState {
    /** Taken, to be decided when due. */
    HELD(0),
    /** Allowed and reserved; its request may be on the wire until {@code send_before}. */
    SENDING(1),
    /** The request may have been sent and no answer came; counts as sent until evidence says otherwise (S-38). */
    UNKNOWN(2),
    /** The platform took it. */
    ACCEPTED(3),
    SENT(4),
    DELIVERED(5),
    READ(6),
    /** A voice message was played. */
    PLAYED(7),
    /** The policy said no. */
    DENIED(8),
    /** No longer worth sending, or never delivered in time. */
    EXPIRED(8),
    /** The platform refused it for good, or said later that it could not be delivered. */
    FAILED(8);

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    /** Order within an attempt. */
    public int rank() {
        return rank;
    }

    /** Whether a message in this state counts against caps: everything from SENDING on but the refused (S-26). */
    public boolean counts() {
        return switch (this) {
            case SENDING, UNKNOWN, ACCEPTED, SENT, DELIVERED, READ, PLAYED -> true;
            case HELD, DENIED, EXPIRED, FAILED -> false;
        };
    }

    /** Whether nothing moves it any more, status webhooks of the same attempt apart. */
    public boolean ended() {
        return rank == 8;
    }
}
