package org.whatsapppolicy.store.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.ledger.Counting;
import org.whatsapppolicy.policy.ledger.Keeping;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Ruling;

/**
 * The part of a message's row that moves: where it stands and what is next.
 *
 * @param state where it stands
 * @param attempt from 1
 * @param changed when it came to this state
 * @param notBefore when a held message may be decided again, else null
 * @param sendBefore before when the request of the last ALLOW had to begin, or null
 * @param due when somebody has to look at it: at a held message to decide it, at one in flight to ask for its answer, at one
 *     whose fate is unknown since when it is, until that was ruled on; else null
 * @param countsTo until when it counts as being sent, or null when it does not count (S-26)
 * @param wamid the platform's id, or null
 * @param errorCode the platform's last code, or 0
 * @param unbegun how many of its attempts were never begun: denied, given up before the first byte, or without a
 *     connection
 * @param earlier attempts before this one that may have been sent
 */
public record Progress(
        MessageState state,
        int attempt,
        Instant changed,
        @Nullable Instant notBefore,
        @Nullable Instant sendBefore,
        @Nullable Instant due,
        @Nullable Instant countsTo,
        @Nullable String wamid,
        int errorCode,
        int unbegun,
        Earlier earlier) {

    /** Of a first attempt. */
    Progress(
            MessageState state,
            int attempt,
            Instant changed,
            @Nullable Instant notBefore,
            @Nullable Instant sendBefore,
            @Nullable Instant due,
            @Nullable Instant countsTo,
            @Nullable String wamid,
            int errorCode) {
        this(state, attempt, changed, notBefore, sendBefore, due, countsTo, wamid, errorCode, 0, Earlier.NONE);
    }

    /**
     * No message counts as being under way for longer: an answer or proof that comes later was of something earlier. Lets
     * stores find what counts by the instant of its decision, which never changes.
     */
    public static final Duration LONGEST_WAY = Duration.ofDays(1);

    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

    /** An answer counts as given so long after the request had to begin at the latest. */
    public static final Duration LONGEST_ANSWER = LONGEST_WAY.minus(LONGEST_LEASE);

    /** Where a decision puts a message. */
    public static Progress decided(Decision decision, int attempt, Times times) {
        Instant at = Millis.cut(decision.at());
        return switch (decision.verdict()) {
            case ALLOW -> {
                Instant before = sendBefore(decision.validUntil(), at.plus(times.sendLease()));
                Instant answered = Counting.to(null, before, times.answerTimeout());
                yield new Progress(MessageState.SENDING, attempt, at, null, before, before, answered, null, 0);
            }
            case DEFER -> {
                Instant again = decision.notBefore() == null ? at : ceiling(decision.notBefore());
                yield new Progress(MessageState.HELD, attempt, at, again, null, again, null, null, 0);
            }
            case DENY -> new Progress(denied(decision), attempt, at, null, null, null, null, null, 0);
        };
    }

    private static MessageState denied(Decision decision) {
        return decision.reasons().stream().anyMatch(r -> r.code().equals("expired"))
                ? MessageState.EXPIRED
                : MessageState.DENIED;
    }

    private static Instant sendBefore(@Nullable Instant valid, Instant leased) {
        return valid == null || valid.isAfter(leased) ? leased : Millis.cut(valid);
    }

    // A held message that woke a fraction of a millisecond early would only be held again.
    private static Instant ceiling(Instant instant) {
        Instant cut = Millis.cut(instant);
        return cut.equals(instant) ? cut : cut.plusMillis(1);
    }

    /** What a new decision on a message that was decided before leaves as it was. */
    public Progress after(Progress before) {
        boolean another = attempt > before.attempt;
        return new Progress(
                state,
                attempt,
                changed,
                notBefore,
                sendBefore,
                due,
                countsTo,
                wamid,
                errorCode,
                another && !before.begun() ? before.unbegun + 1 : before.unbegun,
                before.earlier);
    }

    private boolean begun() {
        return state != MessageState.DENIED && state != MessageState.EXPIRED;
    }

    /** How many of the attempts were begun, this one counted; bounds how often it is tried. */
    public int tries() {
        return attempt - unbegun;
    }

    /** Whether the same key or id may be decided anew: ended, and not counted in any attempt (S-26, S-37). */
    public boolean mayBeTriedAgain() {
        return state.ended() && countsTo == null && earlier.attempts().isEmpty();
    }

    /**
     * Where the outcome of an attempt puts it.
     *
     * @return itself when the message moved on, or the outcome of an earlier attempt says nothing new
     */
    public Progress settled(int ofAttempt, Outcome outcome, Instant now, Duration answerTimeout) {
        if (ofAttempt != attempt) {
            return earlier.has(ofAttempt) ? settledLate(ofAttempt, outcome, now) : this;
        }
        MessageState next = state.settled(outcome);
        if (next == state) {
            return this;
        }
        if (outcome instanceof Outcome.Accepted accepted) {
            return at(next, now, answered(now), accepted.wamid(), 0);
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return unknown(now, answerTimeout, unknown.code());
        }
        int code = outcome instanceof Outcome.Refused refused ? refused.code() : 0;
        if (next == MessageState.FAILED) {
            return at(next, now, null, null, code);
        }
        Duration wait = outcome instanceof Outcome.Refused refused ? refused.retryAfter() : null;
        int skipped = outcome.begun() ? 0 : 1;
        return heldAgain(now, wait == null ? now : now.plus(wait), code, unbegun + skipped, earlier);
    }

    /** The owner of an attempt that nobody waited for any more knows after all. */
    private Progress settledLate(int ofAttempt, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return reported(MessageState.ACCEPTED, accepted.wamid(), ofAttempt, 0, now);
        }
        return outcome instanceof Outcome.Unknown ? this : with(earlier.without(ofAttempt));
    }

    /**
     * Where a status of the platform puts it. The platform's own id counts from then on; a proof that it was sent makes it count
     * where nobody knew, and a failure releases it (S-26). One of an earlier attempt proves that the message was sent too, so
     * that it is not sent again; that an earlier attempt failed says nothing of this one.
     *
     * @param status ACCEPTED, SENT, DELIVERED, READ, PLAYED or FAILED
     * @param platformId the platform's id, or null when it must not be known any more (S-47)
     * @param ofAttempt which attempt it is of; 0 when that is not known, then it is taken to be this one
     * @param code the platform's error code of a failure, or 0
     */
    public Progress reported(MessageState status, @Nullable String platformId, int ofAttempt, int code, Instant now) {
        boolean same = wamid != null && (platformId == null || wamid.equals(platformId));
        boolean older = ofAttempt > 0 && ofAttempt < attempt;
        if (older && !same && status == MessageState.FAILED) {
            return with(earlier.without(ofAttempt));
        }
        boolean standsForAnother = older && !same && wamid != null && !state.ended();
        // The platform's id of a message that failed is known from the status that said so.
        MessageState next = standsForAnother ? state : state.reported(status, same);
        if (older && (earlier.has(ofAttempt) || (countsTo != null && !same))) {
            Earlier counted = status == MessageState.FAILED
                    ? earlier.without(ofAttempt)
                    : same ? earlier : earlier.proven(ofAttempt, now);
            return next == state
                    ? with(counted)
                    : at(next, now, countsTo, platformId, code).with(counted);
        }
        if (next == state) {
            // It counted because it may have been sent, and failed indeed: the same end, and its place is free.
            boolean released = status == MessageState.FAILED && state.ended() && countsTo != null;
            return released ? at(state, changed, null, platformId, code) : this;
        }
        Instant counts = null;
        if (next != MessageState.FAILED) {
            boolean open = state == MessageState.SENDING || state == MessageState.UNKNOWN;
            counts = countsTo == null || open ? answered(now) : countsTo;
        }
        return at(next, now, counts, platformId, code);
    }

    private Instant answered(Instant now) {
        Instant latest = sendBefore == null ? now : sendBefore.plus(LONGEST_ANSWER);
        return now.isAfter(latest) ? latest : now;
    }

    /** With nothing more to be done about it. */
    private Progress at(
            MessageState next, Instant now, @Nullable Instant counts, @Nullable String platformId, int code) {
        return new Progress(next, attempt, now, null, sendBefore, null, counts, platformId, code, unbegun, earlier);
    }

    private Progress with(Earlier other) {
        return new Progress(
                state, attempt, changed, notBefore, sendBefore, due, countsTo, wamid, errorCode, unbegun, other);
    }

    private Progress heldAgain(Instant now, Instant again, int code, int skipped, Earlier before) {
        Instant cut = ceiling(again);
        return new Progress(MessageState.HELD, attempt + 1, now, cut, null, cut, null, null, code, skipped, before);
    }

    /** The owner is silent: it may have been sent, and counts as if (S-38). */
    public Progress unknown(Instant now, Duration answerTimeout, int code) {
        Instant begun = sendBefore == null ? now : sendBefore;
        return new Progress(
                MessageState.UNKNOWN,
                attempt,
                now,
                null,
                sendBefore,
                now,
                Counting.to(null, begun, answerTimeout),
                null,
                code,
                unbegun,
                earlier);
    }

    /**
     * Without the platform's id, which tells the phone number. What is on its way ends here as unknown: it can never be tried
     * again, so an outcome that is still to come must not bring it back.
     */
    Progress erased() {
        boolean open = state == MessageState.SENDING || state == MessageState.UNKNOWN;
        return new Progress(
                open ? MessageState.UNKNOWN : state,
                open ? attempt + 1 : attempt,
                changed,
                notBefore,
                sendBefore,
                null,
                countsTo,
                null,
                errorCode,
                unbegun,
                earlier);
    }

    /** Not to be sent any more. */
    public Progress denied(Instant now) {
        return at(MessageState.DENIED, now, null, null, errorCode);
    }

    /** Sent, and never delivered in its time to live (S-38). The platform took it, so it counts as before. */
    public Progress hopeless(Instant now) {
        return Keeping.neverDelivered(state, changed, now)
                ? at(MessageState.EXPIRED, now, countsTo, wamid, errorCode)
                : this;
    }

    /**
     * What a ruling makes of it; only a message whose fate is unknown is ruled on.
     *
     * @param counted as this attempt counts, which goes on when there is another
     */
    public Progress ruled(Ruling ruling, @Nullable SentMessage counted, Instant now) {
        if (state != MessageState.UNKNOWN) {
            return this;
        }
        return switch (ruling) {
            case SENT -> at(MessageState.ACCEPTED, now, countsTo, wamid, errorCode);
            case NOT_SENT ->
                at(MessageState.FAILED, now, null, wamid, errorCode).with(Earlier.NONE);
            case GIVEN_UP -> at(MessageState.FAILED, now, countsTo, wamid, errorCode);
            case RESENT -> heldAgain(now, now, errorCode, unbegun, earlier.plus(attempt, counted));
        };
    }

    /** Whether its fate is unknown, and nobody ruled on that yet. */
    boolean overdue() {
        return state == MessageState.UNKNOWN && due != null;
    }

    /** It stays unknown, until somebody brings proof: nobody has to look at it any more. */
    Progress left() {
        return new Progress(
                state, attempt, changed, notBefore, sendBefore, null, countsTo, wamid, errorCode, unbegun, earlier);
    }

    /** Held no longer: to be decided at once. */
    public Progress due(Instant now) {
        return new Progress(
                state, attempt, changed, now, sendBefore, now, countsTo, wamid, errorCode, unbegun, earlier);
    }

    /** Claimed by a node until the given instant. */
    public Progress claimed(Instant until) {
        return new Progress(
                state, attempt, changed, notBefore, sendBefore, until, countsTo, wamid, errorCode, unbegun, earlier);
    }
}
