package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.transport.Answer;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.answer.AnswerReader;
import org.whatsapppolicy.policy.answer.ErrorClass;
import org.whatsapppolicy.policy.answer.PlatformAnswer;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;

/**
 * What an answer means for the attempt, and for whoever waits (M-4).
 *
 * @param outcome for the store
 * @param result for the route
 * @param tokenRenewed whether the token was refused and there is another one now
 */
record Landing(Outcome outcome, SendResult result, boolean tokenRenewed) {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofMinutes(5);
    /** In which nobody but the attempt's owner, who has the file or an exchange that waits, takes the message up. */
    private static final Duration HEAD_START = Duration.ofMinutes(1);

    private static final int LONGEST_ID = 512;

    static Landing of(Answer answer, Admission.Decided decided, int maxAttempts) {
        if (answer instanceof Answer.Answered answered) {
            PlatformAnswer read = AnswerReader.answer(answered.status(), Json.object(answered.body()), decided.tries());
            return of(read.outcome(), read.error(), answered.status(), decided, maxAttempts);
        }
        if (answer instanceof Answer.Unreached unreached) {
            // Nothing was begun, so that only its expiry ends it.
            Outcome refused = new Outcome.Refused(0, backoff(decided.attempt()), false);
            return of(refused, null, 0, decided, Integer.MAX_VALUE).because(unreached.problem());
        }
        if (answer instanceof Answer.Lost lost) {
            return of(new Outcome.Unknown(0), null, 0, decided, maxAttempts).because(lost.problem());
        }
        return notBegun(decided);
    }

    /**
     * What the answer to the upload of its file means for a message: without an id it goes no further, and nothing was sent.
     *
     * @return null when the file has an id
     */
    static @Nullable Landing ofUpload(Answer answer, Admission.Decided decided) {
        if (answer instanceof Answer.NotBegun) {
            return notBegun(decided);
        }
        PlatformError error = null;
        String problem = "";
        if (answer instanceof Answer.Answered answered) {
            Map<String, Object> body = Json.object(answered.body());
            if (mediaId(answered, body) != null) {
                return null;
            }
            error = PlatformError.inAnswer(answered.status(), body).orElse(null);
            problem = "HTTP " + answered.status();
        } else if (answer instanceof Answer.Unreached unreached) {
            problem = unreached.problem();
        } else if (answer instanceof Answer.Lost lost) {
            problem = lost.problem();
        }
        return new Landing(
                new Outcome.Refused(error == null ? 0 : error.code(), null),
                new SendResult.NotUploaded(decided.messageId(), decided.decision(), error, problem),
                false);
    }

    /** Whether it was the token that the platform refused, so that another one may help. */
    boolean tokenRefused() {
        PlatformError error = null;
        if (result instanceof SendResult.Refused refused) {
            error = refused.error();
        } else if (result instanceof SendResult.NotUploaded refused) {
            error = refused.error();
        }
        return error != null && error.errorClass() == ErrorClass.AUTH;
    }

    /** The same where there is another token now: it is decided anew at once. */
    Landing withAnotherToken(Admission.Decided decided, int maxAttempts) {
        int code = outcome instanceof Outcome.Refused refused ? refused.code() : 0;
        if (!(result instanceof SendResult.Refused refused)) {
            return new Landing(new Outcome.Refused(code, Duration.ZERO), result, true);
        }
        if (decided.tries() >= maxAttempts) {
            return this;
        }
        SendResult postponed = new SendResult.Postponed(
                decided.messageId(),
                decided.decision(),
                Json.kebab(ErrorClass.AUTH.name()),
                refused.error(),
                HEAD_START);
        return new Landing(new Outcome.Refused(code, HEAD_START), postponed, true);
    }

    /** The id that the platform gave to a file, or null. */
    static @Nullable String mediaId(Answer answer) {
        return answer instanceof Answer.Answered answered ? mediaId(answered, Json.object(answered.body())) : null;
    }

    private static @Nullable String mediaId(Answer.Answered answered, @Nullable Map<String, Object> body) {
        Object id = body == null ? null : body.get("id");
        boolean given = answered.status() / 100 == 2
                && id instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST_ID;
        return given ? String.valueOf(id) : null;
    }

    /**
     * The same for a message whose file is a stream: it is decided anew at once or not at all, since nobody could send it
     * later.
     */
    Landing withoutHolding(boolean again, Admission.Decided decided) {
        if (outcome instanceof Outcome.Accepted
                || outcome instanceof Outcome.Unknown
                || (outcome instanceof Outcome.Refused refused && refused.retryAfter() == null)) {
            return this;
        }
        int code = outcome instanceof Outcome.Refused refused ? refused.code() : 0;
        if (again) {
            return new Landing(new Outcome.Refused(code, HEAD_START), result, tokenRenewed);
        }
        SendResult ended = result instanceof SendResult.Postponed postponed
                ? new SendResult.Refused(
                        decided.messageId(),
                        decided.decision(),
                        postponed.error(),
                        postponed.code() + ", and its file cannot be kept for later")
                : result;
        return new Landing(new Outcome.Refused(code, null), ended, false);
    }

    /** The same where no wait mends what was refused, because of whom it is for (S-32). */
    Landing to(Recipient recipient, Admission.Decided decided) {
        if (!(outcome instanceof Outcome.Refused refused)
                || refused.retryAfter() == null
                || !(result instanceof SendResult.Postponed postponed)
                || ErrorClass.of(refused.code()).passes(recipient)) {
            return this;
        }
        SendResult ended = new SendResult.Refused(
                decided.messageId(),
                decided.decision(),
                postponed.error(),
                postponed.code() + ", which waiting does not mend for a number of the United States");
        return new Landing(new Outcome.Refused(refused.code(), null), ended, false);
    }

    /**
     * The same where the message expires before a new attempt could be made: then the refusal is its end, and whoever waits is
     * told so at once (S-28).
     *
     * @param expires when it is no longer worth sending, or null for never
     */
    Landing within(@Nullable Instant expires, Admission.Decided decided) {
        if (expires == null
                || tokenRenewed
                || !(outcome instanceof Outcome.Refused refused)
                || refused.retryAfter() == null
                || !(result instanceof SendResult.Postponed postponed)
                || decided.decision().at().plus(refused.retryAfter()).isBefore(expires)) {
            return this;
        }
        SendResult ended = new SendResult.Refused(
                decided.messageId(),
                decided.decision(),
                postponed.error(),
                postponed.code() + ", and it expires before a new attempt");
        return new Landing(new Outcome.Refused(refused.code(), null), ended, false);
    }

    /** Nothing was written. */
    static Landing notBegun(Admission.Decided decided) {
        SendResult expired =
                new SendResult.Postponed(decided.messageId(), decided.decision(), "claim-expired", null, Duration.ZERO);
        return new Landing(new Outcome.NotBegun(), expired, false);
    }

    private static Landing of(
            Outcome outcome, @Nullable PlatformError error, int status, Admission.Decided decided, int maxAttempts) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return new Landing(
                    outcome, new SendResult.Accepted(decided.messageId(), decided.decision(), accepted.wamid()), false);
        }
        if (outcome instanceof Outcome.Unknown) {
            return new Landing(outcome, new SendResult.Unknown(decided.messageId(), error, status, ""), false);
        }
        int code = outcome instanceof Outcome.Refused refused ? refused.code() : 0;
        Duration after = outcome instanceof Outcome.Refused refused ? refused.retryAfter() : null;
        if (after != null && decided.tries() < maxAttempts) {
            String why = error == null
                    ? "unreachable"
                    : Json.kebab(error.errorClass().name());
            return new Landing(
                    outcome,
                    new SendResult.Postponed(decided.messageId(), decided.decision(), why, error, after),
                    false);
        }
        return new Landing(
                new Outcome.Refused(code, null),
                new SendResult.Refused(decided.messageId(), decided.decision(), error, ""),
                false);
    }

    private Landing because(String problem) {
        SendResult because = result;
        if (result instanceof SendResult.Unknown unknown) {
            because = new SendResult.Unknown(unknown.id(), unknown.error(), unknown.httpStatus(), problem);
        } else if (result instanceof SendResult.Refused refused) {
            because = new SendResult.Refused(refused.id(), refused.decision(), refused.error(), problem);
        }
        return new Landing(outcome, because, tokenRenewed);
    }

    private static Duration backoff(int attempt) {
        Duration wait = SOON.multipliedBy(1L << Math.min(attempt - 1, 9));
        return wait.compareTo(LATEST) < 0 ? wait : LATEST;
    }
}
