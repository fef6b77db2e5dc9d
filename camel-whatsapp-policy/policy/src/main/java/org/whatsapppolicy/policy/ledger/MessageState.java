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

    /**
     * Where the outcome of the current attempt puts a message (M-4). Only one that is still open moves: a message that a
     * status already moved on knows better. HELD means that a new attempt may start: after {@code retryAfter} when it was
     * refused, at once when it was not begun.
     */
    public MessageState settled(Outcome outcome) {
        if (this != SENDING && this != UNKNOWN) {
            return this;
        }
        if (outcome instanceof Outcome.Accepted) {
            return ACCEPTED;
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.retryAfter() == null ? FAILED : HELD;
        }
        return outcome instanceof Outcome.NotBegun ? HELD : UNKNOWN;
    }

    /**
     * Where a status of the platform puts a message. Statuses come late, twice and out of order: they only move it forward.
     * Proof that it was sent also overrules what was concluded without proof, so that a message thought lost or refused is
     * not sent again (promise 3). What the platform told itself stands: what was delivered cannot fail any more, and what
     * failed was sent before, so that only its arrival says otherwise.
     *
     * @param status ACCEPTED, SENT, DELIVERED, READ, PLAYED or FAILED
     * @param told whether the platform told, in a status, where the message stands now; else that was concluded here
     */
    public MessageState reported(MessageState status, boolean told) {
        return switch (status) {
            case ACCEPTED, SENT -> concluded(told) || rank < status.rank ? status : this;
            case DELIVERED, READ, PLAYED -> ended() || rank < status.rank ? status : this;
            case FAILED -> rank < DELIVERED.rank ? FAILED : this;
            case HELD, SENDING, UNKNOWN, DENIED, EXPIRED -> this;
        };
    }

    /** Whether it ended, and not because the platform told that it failed: a new attempt is decided on conclusions alone. */
    private boolean concluded(boolean told) {
        return ended() && !(this == FAILED && told);
    }
}
