package org.whatsapppolicy.benchmarks.chaos.judge;

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
        return Mishap.covered(mishaps.stream().filter(mishap -> stops(mishap, node)), from, to);
    }

    private static boolean stops(Mishap mishap, String node) {
        return mishap.what().equals(Mishap.STALL)
                || (mishap.what().equals(PAUSE) && mishap.whose().equals(node));
    }
}
