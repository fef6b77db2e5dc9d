package org.whatsapppolicy.benchmarks.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long, how wild, on what.
 *
 * @param seed of what the driver does and of what goes wrong; of several runs the first one's
 * @param seeds how many runs, each with the next seed
 * @param atOnce how many of them beside one another
 * @param time how long they act
 * @param nodes how many; one on a file
 * @param postgres whether on PostgreSQL, else on an SQLite file
 * @param people how many there are
 * @param perSecond how many things are done a second
 * @param pauseMillis how long between two mishaps of one node, on average; 0 for none
 * @param limited whether the sender has a throughput; else what is held leaves as soon as it is due
 * @param upgradeFrom a jar like this one of an earlier version that nodes begin with, each until it is killed, or null
 */
public record ChaosOptions(
        long seed,
        int seeds,
        int atOnce,
        Duration time,
        int nodes,
        boolean postgres,
        int people,
        int perSecond,
        int pauseMillis,
        boolean limited,
        @Nullable Path upgradeFrom) {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MISHAPS = 20;

    /** One run. */
    ChaosOptions(
            long seed,
            Duration time,
            int nodes,
            boolean postgres,
            int people,
            int perSecond,
            int pauseMillis,
            boolean limited) {
        this(seed, 1, 1, time, nodes, postgres, people, perSecond, pauseMillis, limited, null);
    }

    /** What is said about the command line. */
    public static final String USAGE =
            "chaos [--seed 1] [--seeds 1] [--at-once 1] [--seconds 30] [--nodes 3] [--database postgres|sqlite] [--people 120] [--rate 60] [--pause 1500]"
                    + " [--throughput limited|none] [--upgrade-from JAR]";

    /** Whether too little goes wrong, or too shortly, to ask that something of every kind did. */
    boolean calm() {
        return pauseMillis == 0 || time.compareTo(LONG) < 0 || time.toMillis() < (long) pauseMillis * MISHAPS;
    }

    static ChaosOptions read(List<String> words) {
        long seed = 1;
        int seeds = 1;
        int atOnce = 1;
        Duration time = Duration.ofSeconds(30);
        int nodes = 0;
        boolean postgres = true;
        int people = 120;
        int perSecond = 60;
        int pause = 1_500;
        boolean limited = true;
        Path from = null;
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + ": found no value behind it");
            }
            switch (words.get(i)) {
                case "--seed" -> seed = number(words, i);
                case "--seeds" -> seeds = atLeast(1, words, i);
                case "--at-once" -> atOnce = atLeast(1, words, i);
                case "--seconds" -> time = Duration.ofSeconds(atLeast(1, words, i));
                case "--nodes" -> nodes = atLeast(1, words, i);
                case "--database" -> postgres = oneOf(words, i, "postgres", "sqlite");
                case "--people" -> people = atLeast(2, words, i);
                case "--rate" -> perSecond = atLeast(1, words, i);
                case "--pause" -> pause = atLeast(0, words, i);
                case "--throughput" -> limited = oneOf(words, i, "limited", "none");
                case "--upgrade-from" -> from = file(words, i);
                default -> throw new IllegalArgumentException(words.get(i) + ": no such option");
            }
        }
        int used = nodes == 0 ? (postgres ? 3 : 1) : nodes;
        return new ChaosOptions(seed, seeds, atOnce, time, used, postgres, people, perSecond, pause, limited, from);
    }

    /** The same with one seed. */
    ChaosOptions only(long oneSeed) {
        return new ChaosOptions(
                oneSeed, 1, 1, time, nodes, postgres, people, perSecond, pauseMillis, limited, upgradeFrom);
    }

    private static Path file(List<String> words, int at) {
        Path file = Path.of(words.get(at + 1));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    words.get(at) + ": found no file " + file + ", expected the benchmarks.jar of an earlier version");
        }
        return file;
    }

    private static int atLeast(int least, List<String> words, int at) {
        long number = number(words, at);
        if (number < least || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    words.get(at) + ": found " + number + ", expected " + least + " to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    private static long number(List<String> words, int at) {
        try {
            return Long.parseLong(words.get(at + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    words.get(at) + ": found " + words.get(at + 1) + ", expected a number", e);
        }
    }

    /** Whether it is the first. */
    private static boolean oneOf(List<String> words, int at, String first, String second) {
        String value = words.get(at + 1);
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(
                    words.get(at) + ": found " + value + ", expected " + first + " or " + second);
        }
        return value.equals(first);
    }
}
