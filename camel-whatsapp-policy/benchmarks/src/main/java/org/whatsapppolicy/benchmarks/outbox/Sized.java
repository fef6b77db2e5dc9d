package org.whatsapppolicy.benchmarks.outbox;

import java.util.Iterator;
import java.util.List;

/**
 * How large a run is.
 *
 * @param people how many people are written to
 * @param messages how many messages are drained
 * @param held how many messages are held
 * @param ledger how many messages the ledger has
 * @param seconds how long each measurement lasts
 * @param rounds how many of them there are
 */
record Sized(int people, int messages, int held, int ledger, int seconds, int rounds) {

    static final String OPTIONS =
            "[--people N] [--messages N] [--held N] [--ledger N] [--seconds S] [--rounds N] [--smoke]";

    private static final Sized FULL = new Sized(20_000, 60_000, 1_000_000, 10_000_000, 5, 5);
    private static final Sized SMOKE = new Sized(100, 300, 500, 1_000, 1, 1);

    /** @throws IllegalArgumentException for a word that is none of the options */
    static Sized of(List<String> words) {
        Sized size = words.contains("--smoke") ? SMOKE : FULL;
        Iterator<String> rest =
                words.stream().filter(word -> !word.equals("--smoke")).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            String number = rest.hasNext() ? rest.next() : "";
            if (!number.matches("[1-9][0-9]{0,8}")) {
                throw new IllegalArgumentException(word + ": found no whole number behind it; options are " + OPTIONS);
            }
            size = size.with(word, Integer.parseInt(number));
        }
        return size;
    }

    private Sized with(String option, int n) {
        return switch (option) {
            case "--people" -> new Sized(n, messages, held, ledger, seconds, rounds);
            case "--messages" -> new Sized(people, n, held, ledger, seconds, rounds);
            case "--held" -> new Sized(people, messages, n, ledger, seconds, rounds);
            case "--ledger" -> new Sized(people, messages, held, n, seconds, rounds);
            case "--seconds" -> new Sized(people, messages, held, ledger, n, rounds);
            case "--rounds" -> new Sized(people, messages, held, ledger, seconds, n);
            default -> throw new IllegalArgumentException(option + ": found no such option; options are " + OPTIONS);
        };
    }
}
