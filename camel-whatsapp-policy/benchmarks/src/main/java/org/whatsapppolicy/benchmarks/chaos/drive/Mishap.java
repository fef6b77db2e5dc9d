package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that went wrong on purpose.
 *
 * @param what which kind
 * @param whose which node, or an empty text
 * @param from when it began, on the monotonic clock
 * @param to when it was over
 */
public record Mishap(String what, String whose, long from, long to) {

    /** The machine itself stood still: nobody's purpose. */
    public static final String STALL = "stall of the machine";

    /** A node ended, and nobody had ended it. */
    public static final String DEATH = "died by itself";

    /** What was to go wrong did not come about. */
    public static final String FAILED = "mishap that did not come about";

    private static final String TRAP = "trap ";

    /** A node was hit exactly where it was waited for; unless it was only cut off, a kill of the same moment is told too. */
    static String hit(Trap.Place place) {
        return TRAP + place;
    }

    /** What is told of a hit at each of the places, of nodes on a database or on a file. */
    public static List<String> hits(boolean database) {
        return Trap.Place.of(database).stream().map(Mishap::hit).toList();
    }

    /** Whether it is told of besides as a kill. */
    public boolean killed() {
        return what.startsWith(TRAP) && !what.equals(hit(Trap.Place.COMMIT_CUT));
    }

    /** How much of a span some of them cover, in nanoseconds; what several cover counts once. */
    public static long covered(Stream<Mishap> some, long begin, long end) {
        long covered = 0;
        long until = begin;
        for (Mishap one : some.sorted(Comparator.comparingLong(Mishap::from)).toList()) {
            long over = Math.min(one.to, end);
            covered += Math.max(0, over - Math.max(one.from, until));
            until = Math.max(until, over);
        }
        return covered;
    }

    /** Whether it lasted at some moment of the span. */
    public boolean touches(long begin, long end) {
        return from <= end && to >= begin;
    }
}
