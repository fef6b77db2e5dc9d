package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Category;

/**
 * Attempts of a message before the present one that may have been sent, and so count beside it (S-39): a message that was sent
 * again because nobody knew may have been sent twice.
 *
 * @param attempts in the order in which they count
 */
public record Earlier(List<Sent> attempts) {

    /** Only the present attempt may have been sent. */
    public static final Earlier NONE = new Earlier(List.of());

    public Earlier {
        attempts = List.copyOf(attempts);
    }

    /**
     * One of them, as it counts.
     *
     * @param attempt which
     * @param category what it counted as
     * @param proactive whether it was no answer inside an open window
     * @param from the instant of its decision
     * @param to the last instant at which it may have been sent
     */
    public record Sent(int attempt, Category category, boolean proactive, Instant from, Instant to) {

        private static Sent read(String text) {
            List<String> parts = Arrays.asList(text.split(" ", -1));
            return new Sent(
                    Integer.parseInt(parts.get(0)),
                    Category.valueOf(parts.get(1)),
                    Boolean.parseBoolean(parts.get(2)),
                    Instant.ofEpochMilli(Long.parseLong(parts.get(3))),
                    Instant.ofEpochMilli(Long.parseLong(parts.get(4))));
        }

        private String text() {
            return attempt + " " + category + " " + proactive + " " + from.toEpochMilli() + " " + to.toEpochMilli();
        }

        private Sent proven(Instant now) {
            Instant latest = from.plus(Progress.LONGEST_WAY);
            Instant known = now.isAfter(latest) ? latest : now;
            return known.isAfter(to) ? new Sent(attempt, category, proactive, from, known) : this;
        }
    }

    /** Whether that attempt is one of them. */
    boolean has(int attempt) {
        return attempts.stream().anyMatch(one -> one.attempt == attempt);
    }

    /** With one that counted so until now. */
    Earlier plus(int attempt, @Nullable SentMessage counted) {
        return counted == null
                ? this
                : plus(new Sent(attempt, counted.category(), counted.proactive(), counted.from(), counted.to()));
    }

    private Earlier plus(Sent one) {
        List<Sent> all = new ArrayList<>(attempts);
        all.add(one);
        return new Earlier(all);
    }

    /** Without one that was not sent, or that failed. */
    Earlier without(int attempt) {
        return new Earlier(
                attempts.stream().filter(one -> one.attempt != attempt).toList());
    }

    /**
     * With proof of one, by which it may have been sent until now; one that was not known counts as of now, for all
     * caps.
     */
    Earlier proven(int attempt, Instant now) {
        return has(attempt)
                ? new Earlier(attempts.stream()
                        .map(one -> one.attempt == attempt ? one.proven(now) : one)
                        .toList())
                : plus(new Sent(attempt, Category.UTILITY, true, now, now));
    }

    /** As they count against caps (S-26). */
    public Stream<SentMessage> counted(String purpose) {
        return attempts.stream().map(one -> new SentMessage(purpose, one.category, one.proactive, one.from, one.to));
    }

    /** As it stands in a column; null when there are none. */
    public @Nullable String text() {
        return attempts.isEmpty() ? null : attempts.stream().map(Sent::text).collect(Collectors.joining(","));
    }

    /** What {@link #text} wrote. */
    public static Earlier read(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(written -> new Earlier(
                        Arrays.stream(written.split(",", -1)).map(Sent::read).toList()))
                .orElse(NONE);
    }
}
