package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

/** Why a node said nothing. */
public enum Silence {
    /** It was killed, or had not started again. */
    NODE_DOWN,
    /** It was never asked: on a busy machine the line to it was not there in time. That it takes lines is seen in the end. */
    NOT_ASKED,
    /** It was stopped, or cut off, or the machine stood still, for so long that an answer could not be there. */
    NODE_HINDERED,
    /** It lived, and nobody kept it from answering. */
    UNEXPLAINED;

    /** A send waits for 30 s at most; then come a transaction and an answer of the platform, and some slack. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** A kill is noted a little after it, and a machine may stand still in between. */
    private static final long SLACK = TimeUnit.SECONDS.toNanos(1);

    private static final String KILL = "kill";
    private static final String RESTART = "restart";

    /** Of one silence. */
    static Silence of(Deed.Unanswered silence, List<Mishap> mishaps) {
        if (down(silence, mishaps)) {
            return NODE_DOWN;
        }
        return switch (silence.lost()) {
            case NOT_ASKED -> NOT_ASKED;
            case BROKE -> UNEXPLAINED;
            case WAITED -> undisturbed(silence, mishaps).compareTo(LONGEST) < 0 ? NODE_HINDERED : UNEXPLAINED;
        };
    }

    /** How many there were of each kind. */
    public static Map<Silence, Long> count(Evidence evidence) {
        return evidence.deeds(Deed.Unanswered.class).stream()
                .map(silence -> of(silence, evidence.mishaps()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** Whether it was not there at some moment of the wait. */
    private static boolean down(Deed.Unanswered silence, List<Mishap> mishaps) {
        return mishaps.stream()
                .filter(m -> ended(m, silence.node()) && m.from() - SLACK <= silence.to())
                .anyMatch(m -> back(m, silence.node(), mishaps) + SLACK >= silence.nanos());
    }

    private static boolean ended(Mishap mishap, String node) {
        return (mishap.what().equals(KILL) && mishap.whose().equals(node))
                || (mishap.what().equals(Mishap.DEATH) && mishap.whose().startsWith(node + ","));
    }

    /** When it was there again after that. */
    private static long back(Mishap end, String node, List<Mishap> mishaps) {
        return mishaps.stream()
                .filter(m -> m.what().equals(RESTART) && m.whose().equals(node) && m.to() >= end.from())
                .mapToLong(Mishap::to)
                .min()
                .orElse(Long.MAX_VALUE - SLACK);
    }

    /** How long of the wait nothing was in the way of that node. */
    private static Duration undisturbed(Deed.Unanswered silence, List<Mishap> mishaps) {
        long covered =
                Mishap.covered(mishaps.stream().filter(m -> hinders(m, silence.node())), silence.nanos(), silence.to());
        return Duration.ofNanos(silence.to() - silence.nanos() - covered);
    }

    /** A restart of another node, a step of the clock, what the platform answers: all that keeps nobody from answering. */
    private static boolean hinders(Mishap mishap, String node) {
        return mishap.what().equals(Mishap.STALL)
                || (mishap.whose().equals(node) && !mishap.what().equals(RESTART));
    }
}
