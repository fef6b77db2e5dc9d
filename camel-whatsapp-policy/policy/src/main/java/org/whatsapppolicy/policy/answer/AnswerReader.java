package org.whatsapppolicy.policy.answer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.Outcome;

/**
 * Reads what the platform answered to a send (M-4). Never throws: whatever cannot be read is {@link Outcome.Unknown}.
 * Thread-safe.
 *
 * <table>
 * <caption>From answer to outcome, the first line that fits</caption>
 * <tr><th>answer</th><th>outcome</th></tr>
 * <tr><td>2xx with a wamid, {@code message_status: paused}</td><td>refused as 132015, a new attempt later</td></tr>
 * <tr><td>2xx with a wamid</td><td>accepted; held when {@code held_for_quality_assessment}</td></tr>
 * <tr><td>Graph error 1, 2, 131000, 131016</td><td>unknown with that code</td></tr>
 * <tr><td>any other Graph error, whatever the HTTP status</td><td>refused, {@code retryAfter} as {@link ErrorClass}
 *     says; an {@code is_transient} of the platform changes nothing in it</td></tr>
 * <tr><td>everything else: another body or none, a 2xx without a readable wamid, 5xx</td><td>unknown with the HTTP
 *     status</td></tr>
 * </table>
 */
public final class AnswerReader {

    private static final int TEMPLATE_PAUSED = 132015;
    /** Longer than any id seen (128), short enough for a column. */
    private static final int LONGEST_WAMID = 512;

    private AnswerReader() {}

    /**
     * What became of the attempt.
     *
     * @param httpStatus of the answer
     * @param body its JSON, or null when it was none
     * @param attempt the attempt that it answers, from 1: later ones wait longer
     */
    public static Outcome read(int httpStatus, @Nullable Map<?, ?> body, int attempt) {
        return answer(httpStatus, body, attempt).outcome();
    }

    /** The same, with what else the answer told. */
    public static PlatformAnswer answer(int httpStatus, @Nullable Map<?, ?> body, int attempt) {
        Optional<PlatformError> error = PlatformError.inAnswer(httpStatus, body);
        Object contact = Parts.first(Parts.at(body, "contacts"));
        return new PlatformAnswer(
                outcome(httpStatus, body, error, attempt),
                error.orElse(null),
                Parts.text(Parts.at(contact, "wa_id")),
                Parts.text(Parts.at(contact, "user_id")));
    }

    private static Outcome outcome(int status, @Nullable Map<?, ?> body, Optional<PlatformError> error, int attempt) {
        Object message = Parts.first(Parts.at(body, "messages"));
        String wamid = Parts.text(Parts.at(message, "id"));
        if (status / 100 == 2 && wamid != null && readable(wamid)) {
            return taken(wamid, Parts.at(message, "message_status"), attempt);
        }
        if (error.isEmpty()) {
            return new Outcome.Unknown(status);
        }
        int code = error.get().code();
        return error.get().mayHaveGoneOut()
                ? new Outcome.Unknown(code)
                : new Outcome.Refused(code, error.get().retryAfter(attempt).orElse(null));
    }

    /** Whether it can be an id, and every database takes it. */
    private static boolean readable(String wamid) {
        return wamid.length() <= LONGEST_WAMID && wamid.chars().noneMatch(Character::isISOControl);
    }

    private static Outcome taken(String wamid, @Nullable Object status, int attempt) {
        if ("paused".equals(status)) {
            Duration pause = ErrorTable.find(TEMPLATE_PAUSED, null).pause().after(attempt);
            return new Outcome.Refused(TEMPLATE_PAUSED, pause);
        }
        return new Outcome.Accepted(wamid, "held_for_quality_assessment".equals(status));
    }
}
