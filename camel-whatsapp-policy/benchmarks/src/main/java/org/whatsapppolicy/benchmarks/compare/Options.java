package org.whatsapppolicy.benchmarks.compare;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line of {@code compare} says.
 *
 * @param seconds how long each contestant is measured, over all rounds
 * @param warmup how long each contestant runs before at least, in seconds
 * @param rounds into how many turns the measuring is divided; contestants take turns
 * @param inFlight how many messages are under way at once
 * @param people how many people there are; each has given consent
 * @param only the contestants that run; empty means all
 * @param postgres whether the contestants on PostgreSQL run
 */
record Options(
        double seconds, double warmup, int rounds, int inFlight, int people, List<String> only, boolean postgres) {

    static final String USAGE = """
            compare [options]
              --seconds 18      seconds each contestant is measured, over all rounds
              --warmup 15       seconds each contestant runs before at least; longer until the compiler rests
              --rounds 3        turns; contestants take turns, so that a drift of the machine hits all alike
              --inflight 64     messages under way at once
              --people 200000   people written to; all have given consent
              --only a,b        contestants, as named in the table; ratios need both of their sides
              --postgres on|off contestants on PostgreSQL
              --smoke           a few seconds with few people: shows that it runs, says nothing about speed
            """;

    private static final Options DEFAULTS = new Options(18, 15, 3, 64, 200_000, List.of(), true);
    private static final Options SMOKE = new Options(0.2, 0, 1, 16, 500, List.of(), true);

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming the word that is wrong
     */
    static Options parse(List<String> words) {
        Options options = words.contains("--smoke") ? SMOKE : DEFAULTS;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--smoke")) {
                continue;
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(word + ": a value must follow");
            }
            options = options.with(word, words.get(++i));
        }
        return options;
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--seconds" -> new Options(positive(word, value), warmup, rounds, inFlight, people, only, postgres);
            case "--warmup" -> new Options(seconds, positive(word, value), rounds, inFlight, people, only, postgres);
            case "--rounds" -> new Options(seconds, warmup, count(word, value), inFlight, people, only, postgres);
            case "--inflight" -> new Options(seconds, warmup, rounds, count(word, value), people, only, postgres);
            case "--people" -> new Options(seconds, warmup, rounds, inFlight, count(word, value), only, postgres);
            case "--only" ->
                new Options(seconds, warmup, rounds, inFlight, people, Arrays.asList(value.split(",")), postgres);
            case "--postgres" -> new Options(seconds, warmup, rounds, inFlight, people, only, on(word, value));
            default -> throw new IllegalArgumentException(word + ": no such option");
        };
    }

    boolean wants(String contestant) {
        return only.isEmpty() ? !contestant.equals("nothing") : only.contains(contestant);
    }

    Duration warmupLasts() {
        return Duration.ofMillis(Math.round(warmup * 1000));
    }

    Duration roundLasts() {
        return Duration.ofMillis(Math.round(seconds / rounds * 1000));
    }

    private static boolean on(String word, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(word + " " + value + ": expected on or off");
        };
    }

    private static double positive(String word, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like any other value that is no positive number.
        }
        throw new IllegalArgumentException(word + " " + value + ": expected a positive number of seconds");
    }

    private static int count(String word, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like any other value that is no positive number.
        }
        throw new IllegalArgumentException(word + " " + value + ": expected a positive whole number");
    }
}
