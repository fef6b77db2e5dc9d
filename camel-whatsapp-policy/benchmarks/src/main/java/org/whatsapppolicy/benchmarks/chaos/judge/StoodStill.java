package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.Comparator;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

/** How much of a span a node did not run: because it was stopped, or because the machine ran nobody. */
final class StoodStill {

    private static final String PAUSE = "pause";

    private StoodStill() {}

    /**
     * What pauses of the node and stalls of the machine cover of the span. What two of them cover counts once.
     *
     * @param from on the monotonic clock
     * @return nanoseconds
     */
    static long within(List<Mishap> mishaps, String node, long from, long to) {
        List<Mishap> still = mishaps.stream()
                .filter(mishap -> stops(mishap, node) && mishap.touches(from, to))
                .sorted(Comparator.comparingLong(Mishap::from))
                .toList();
        long covered = 0;
        long until = from;
        for (Mishap one : still) {
            long end = Math.min(one.to(), to);
            covered += Math.max(0, end - Math.max(one.from(), until));
            until = Math.max(until, end);
        }
        return covered;
    }

    private static boolean stops(Mishap mishap, String node) {
        return mishap.what().equals(Mishap.STALL)
                || (mishap.what().equals(PAUSE) && mishap.whose().equals(node));
    }
}
