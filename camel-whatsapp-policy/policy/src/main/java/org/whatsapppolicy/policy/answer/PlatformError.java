package org.whatsapppolicy.policy.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as the platform tells it, in an answer or in a status webhook. Only the code is certain. Phone numbers and tokens
 * that the platform quotes are masked in all texts.
 *
 * @param httpStatus of the answer; 0 when it came by webhook
 * @param code what to decide by
 * @param subcode documented as gone, still seen
 * @param type such as {@code OAuthException}
 * @param title short name, in webhooks only
 * @param message the platform's sentence
 * @param details what it says about this very case; the most useful text
 * @param fbtraceId what the platform's support asks for
 * @param transientFlag whether the platform says that repeating may help
 * @param userTitle a title meant for end users
 * @param userMessage a sentence meant for end users
 */
public record PlatformError(
        int httpStatus,
        int code,
        @Nullable Integer subcode,
        @Nullable String type,
        @Nullable String title,
        @Nullable String message,
        @Nullable String details,
        @Nullable String fbtraceId,
        boolean transientFlag,
        @Nullable String userTitle,
        @Nullable String userMessage) {

    /** The Graph error in the body of an answer; empty when there is none with a readable code. */
    public static Optional<PlatformError> inAnswer(int httpStatus, @Nullable Map<?, ?> body) {
        return read(httpStatus, Parts.at(body, "error"));
    }

    /** The readable ones of an {@code errors} list, as webhooks carry it; anything else than a list has none. */
    public static List<PlatformError> inWebhook(@Nullable Object errors) {
        return errors instanceof List<?> list
                ? list.stream().flatMap(e -> read(0, e).stream()).toList()
                : List.of();
    }

    /** What it is about. */
    public ErrorClass errorClass() {
        return ErrorClass.of(code, subcode);
    }

    /**
     * How long to wait before a new attempt, empty when none makes sense. A hint where {@link #mayHaveGoneOut()}.
     *
     * @param attempt the one that met this error, from 1
     */
    public Optional<Duration> retryAfter(int attempt) {
        return Optional.ofNullable(ErrorTable.find(code, subcode).pause().after(attempt));
    }

    /** Whether the message may have been sent in spite of this answer (M-4). */
    public boolean mayHaveGoneOut() {
        return ErrorTable.find(code, subcode).mayHaveGoneOut();
    }

    private static Optional<PlatformError> read(int httpStatus, @Nullable Object error) {
        Integer code = Parts.whole(Parts.at(error, "code"));
        if (code == null) {
            return Optional.empty();
        }
        @Nullable String details = words(error, "error_data", "details");
        return Optional.of(new PlatformError(
                httpStatus,
                code,
                Parts.whole(Parts.at(error, "error_subcode")),
                words(error, "type"),
                words(error, "title"),
                words(error, "message"),
                details != null ? details : words(error, "details"),
                Parts.text(Parts.at(error, "fbtrace_id")),
                Parts.flag(Parts.at(error, "is_transient")),
                words(error, "error_user_title"),
                words(error, "error_user_msg")));
    }

    private static @Nullable String words(@Nullable Object error, String... path) {
        return Discretion.masked(Parts.text(Parts.at(error, path)));
    }

    /** Code, class and the platform's words for it, fit for an exception. */
    @Override
    public String toString() {
        String http = httpStatus == 0 ? "" : ", HTTP " + httpStatus;
        String words = Objects.requireNonNullElse(
                details, Objects.requireNonNullElse(message, Objects.requireNonNullElse(title, "")));
        return "error " + code + " (" + errorClass() + http + ")" + (words.isEmpty() ? "" : ": " + words);
    }
}
