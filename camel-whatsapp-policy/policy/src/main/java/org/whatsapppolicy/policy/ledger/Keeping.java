package org.whatsapppolicy.policy.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;

/** What of a message is past its retention (S-47). What is still to be sent, or may be on the wire, never is. */
public final class Keeping {

    /**
     * How long the platform tries to deliver at most; templates may say less. When that is over it drops the message and tells
     * nobody, so an hour later the silence is the answer (platform page "Templates", time to live; S-38).
     */
    public static final Duration LONGEST_LIFE = Duration.ofDays(30).plus(Duration.ofHours(1));

    private Keeping() {}

    /**
     * Whether a message that was sent will never be delivered.
     *
     * @param since when the message came to that state
     */
    public static boolean neverDelivered(MessageState state, Instant since, Instant now) {
        return state == MessageState.SENT && past(LONGEST_LIFE, since, now);
    }

    /**
     * Whether text, parameters and context may go. Of what is unknown not before that was ruled on: it may have to be sent again.
     *
     * @param awaited whether somebody still has to look at the message
     * @param since when the message came to that state
     */
    public static boolean payloadPast(
            Retention retention, MessageState state, boolean awaited, Instant since, Instant now) {
        return !open(state) && !awaited && past(retention.payload(), since, now);
    }

    /**
     * Whether the message itself may go, with its keys.
     *
     * @param state as what it is {@link #keptAs kept}
     * @param since when the message came to that state
     */
    public static boolean decisionPast(Retention retention, MessageState state, Instant since, Instant now) {
        return !open(state) && past(kept(retention.decisions(), state), since, now);
    }

    /**
     * As what a message is kept: that the policy said no in the end, or that it came too late, says nothing of what was sent
     * before. That counts, and its key is repeated, for as long as if nothing had followed.
     *
     * @param counts whether its last attempt counts as sent (S-26)
     * @param earlier whether one before it may have been sent
     */
    public static MessageState keptAs(MessageState state, boolean counts, boolean earlier) {
        if (state != MessageState.DENIED && state != MessageState.EXPIRED) {
            return state;
        }
        if (counts) {
            return MessageState.SENT;
        }
        return earlier ? MessageState.UNKNOWN : state;
    }

    private static @Nullable Duration kept(Retention.Decisions decisions, MessageState state) {
        return switch (state) {
            case DENIED -> decisions.denied();
            case EXPIRED -> decisions.expired();
            case FAILED -> decisions.failed();
            case UNKNOWN -> decisions.unknown();
            case HELD, SENDING -> null;
            case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> decisions.sent();
        };
    }

    private static boolean open(MessageState state) {
        return state == MessageState.HELD || state == MessageState.SENDING;
    }

    private static boolean past(@Nullable Duration kept, Instant since, Instant now) {
        return kept != null && !now.isBefore(since.plus(kept));
    }
}
