package org.whatsapppolicy.benchmarks.outbox;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large a run is.
 *
 * @param people how many people are written to
 * @param messages how many messages are drained
 * @param held how many messages are held
 * @param ledger how many messages the ledger has
 * @param seconds how long each measurement lasts
 * @param rounds how many of them there are
 * @param transport how requests are written, as the component's option says it
 * @param throughput of the sender that {@code drain} sends by, as in the policy document
 * @param data where the databases stay for the next run, or null when they shall be gone
 */
record Sized(
        int people,
        int messages,
        int held,
        int ledger,
        int seconds,
        int rounds,
        String transport,
        String throughput,
        @Nullable Path data) {

    static final String OPTIONS = "[--people N] [--messages N] [--held N] [--ledger N] [--seconds S] [--rounds N]"
            + " [--transport http|vertx-http] [--throughput N] [--data FOLDER] [--smoke]";

    private static final Sized FULL = new Sized(20_000, 60_000, 1_000_000, 10_000_000, 5, 5, "http", "none", null);
    private static final Sized SMOKE = new Sized(60, 150, 300, 600, 1, 1, "http", "none", null);

    /** @throws IllegalArgumentException for a word that is none of the options */
    static Sized of(List<String> words) {
        Sized size = words.contains("--smoke") ? SMOKE : FULL;
        Iterator<String> rest =
                words.stream().filter(word -> !word.equals("--smoke")).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            size = size.with(word, rest.hasNext() ? rest.next() : "");
        }
        return size;
    }

    /** Messages a second that the sender may send, or 0 for no limit. */
    int perSecond() {
        return throughput.equals("none") ? 0 : Integer.parseInt(throughput);
    }

    private Sized with(String option, String value) {
        return switch (option) {
            case "--transport" -> new Sized(people, messages, held, ledger, seconds, rounds, value, throughput, data);
            case "--data" ->
                new Sized(people, messages, held, ledger, seconds, rounds, transport, throughput, Path.of(value));
            default -> {
                if (!value.matches("[1-9][0-9]{0,8}")) {
                    throw new IllegalArgumentException(
                            option + ": found no whole number behind it; options are " + OPTIONS);
                }
                yield with(option, Integer.parseInt(value));
            }
        };
    }

    private Sized with(String option, int n) {
        return switch (option) {
            case "--people" -> new Sized(n, messages, held, ledger, seconds, rounds, transport, throughput, data);
            case "--messages" -> new Sized(people, n, held, ledger, seconds, rounds, transport, throughput, data);
            case "--held" -> new Sized(people, messages, n, ledger, seconds, rounds, transport, throughput, data);
            case "--ledger" -> new Sized(people, messages, held, n, seconds, rounds, transport, throughput, data);
            case "--seconds" -> new Sized(people, messages, held, ledger, n, rounds, transport, throughput, data);
            case "--rounds" -> new Sized(people, messages, held, ledger, seconds, n, transport, throughput, data);
            case "--throughput" ->
                new Sized(people, messages, held, ledger, seconds, rounds, transport, Integer.toString(n), data);
            default -> throw new IllegalArgumentException(option + ": found no such option; options are " + OPTIONS);
        };
    }
}
