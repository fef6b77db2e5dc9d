package org.whatsapppolicy.simulator.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * Registration of one number on the Cloud API, with its two-step PIN: at most 10 registrations and 10 deregistrations in
 * 72 hours, one more locks both for 72 hours; PIN guesses are limited in number and pace, for which the platform
 * documents codes but no figures.
 */
final class Registration {

    private static final int MOST = 10;
    private static final Duration PERIOD = Duration.ofDays(3);
    private static final int MOST_GUESSES = 5;
    private static final Duration BETWEEN_GUESSES = Duration.ofSeconds(3);
    private static final Duration GUESSING_PAUSE = Duration.ofHours(1);

    private final Deque<Instant> registrations = new ArrayDeque<>();
    private final Deque<Instant> deregistrations = new ArrayDeque<>();
    private Instant lockedUntil = Instant.MIN;
    private @Nullable String pin;
    private int wrongGuesses;
    private Instant lastGuess = Instant.MIN;

    synchronized void register(Instant now, String given) {
        count(registrations, now);
        if (pin != null) {
            compare(now, given);
        }
        pin = given;
    }

    synchronized void deregister(Instant now) {
        count(deregistrations, now);
    }

    synchronized void pin(@Nullable String now) {
        pin = now;
        wrongGuesses = 0;
        lastGuess = Instant.MIN;
    }

    synchronized boolean pinSet() {
        return pin != null;
    }

    private void count(Deque<Instant> calls, Instant now) {
        if (now.isBefore(lockedUntil)) {
            throw new Refused(GraphErrors.of(133016));
        }
        Instant first = calls.peekFirst();
        while (first != null && !now.isBefore(first.plus(PERIOD))) {
            calls.removeFirst();
            first = calls.peekFirst();
        }
        if (calls.size() == MOST) {
            lockedUntil = now.plus(PERIOD);
            throw new Refused(GraphErrors.of(133016));
        }
        calls.addLast(now);
    }

    private void compare(Instant now, String given) {
        if (wrongGuesses >= MOST_GUESSES && now.isBefore(lastGuess.plus(GUESSING_PAUSE))) {
            throw GraphErrors.refuse(
                    133008,
                    "The two-step verification PIN was guessed too often. Try again after "
                            + lastGuess.plus(GUESSING_PAUSE) + ".");
        }
        if (wrongGuesses > 0 && now.isBefore(lastGuess.plus(BETWEEN_GUESSES))) {
            throw new Refused(GraphErrors.of(133009));
        }
        if (!given.equals(pin)) {
            wrongGuesses = wrongGuesses >= MOST_GUESSES ? 1 : wrongGuesses + 1;
            lastGuess = now;
            throw new Refused(GraphErrors.of(133005));
        }
        wrongGuesses = 0;
    }
}
