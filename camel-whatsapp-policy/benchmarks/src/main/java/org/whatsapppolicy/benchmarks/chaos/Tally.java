package org.whatsapppolicy.benchmarks.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.LeftOut;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** What runs come to together. Runs beside one another may add to it. */
final class Tally {

    private static final String KILL = "kill";
    private static final String RESTART = "restart";
    private static final long NEVER = -1;

    private final List<Long> anybody = new ArrayList<>();
    private final List<Long> itself = new ArrayList<>();
    private final Map<Integer, Integer> violations = new TreeMap<>();
    private final Set<String> met = new HashSet<>();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private int runs;
    private long messages;
    private long requests;
    private long accepted;
    private long kills;
    private long faults;
    private long lateStarts;
    private long recomputed;

    synchronized void add(Evidence evidence, Verdict verdict) {
        runs++;
        messages += evidence.rows().size();
        requests += evidence.sightings().size();
        accepted += evidence.ledger().stream().filter(LedgerEntry::accepted).count();
        lateStarts += verdict.lateStarts().size();
        recomputed += verdict.recomputed();
        verdict.leftOut().forEach((why, count) -> leftOut.merge(why, count, Integer::sum));
        for (Violation violation : verdict.violations()) {
            violations.merge(violation.promise(), 1, Integer::sum);
        }
        for (Mishap mishap : evidence.mishaps()) {
            met.add(mishap.what());
            switch (mishap.what()) {
                case KILL -> killed(mishap, evidence);
                case RESTART, Mishap.STALL -> {}
                default -> faults += mishap.killed() ? 0 : 1;
            }
        }
    }

    /** From a kill to the next request of any node, and to the moment when the killed one was there again. */
    private void killed(Mishap kill, Evidence evidence) {
        kills++;
        note(anybody, next(kill, evidence.sightings(), s -> s.begun().nanos()));
        List<Mishap> restarts = evidence.mishaps().stream()
                .filter(m -> m.what().equals(RESTART) && m.whose().equals(kill.whose()))
                .toList();
        note(itself, next(kill, restarts, Mishap::to));
    }

    private static <T> long next(Mishap kill, List<T> all, ToLongFunction<T> at) {
        return all.stream()
                .mapToLong(at)
                .filter(nanos -> nanos > kill.to())
                .map(nanos -> nanos - kill.to())
                .min()
                .orElse(NEVER);
    }

    private static void note(List<Long> all, long nanos) {
        if (nanos != NEVER) {
            all.add(nanos);
        }
    }

    synchronized String mishaps() {
        return "kills: " + kills + ", faults: " + faults;
    }

    synchronized String recovery() {
        return "recovery after a kill: next request of any node " + spread(anybody) + "; the node itself ready "
                + spread(itself);
    }

    /** Those places at which no node was hit. */
    synchronized List<String> missed(boolean database) {
        return Mishap.hits(database).stream()
                .filter(place -> !met.contains(place))
                .toList();
    }

    /** Everything, a line each. */
    synchronized List<String> lines() {
        return List.of(
                "runs: " + runs,
                "messages: " + messages + " in the database, " + requests + " requests, " + accepted + " accepted",
                mishaps(),
                recovery(),
                "late starts: " + lateStarts,
                "decisions made again: " + recomputed + ", not made again: " + leftOut,
                "violations by promise: " + (violations.isEmpty() ? "none" : violations));
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? "-"
                : "p50 " + sorted.get(sorted.size() / 2) / 1_000_000 + " ms, max "
                        + sorted.get(sorted.size() - 1) / 1_000_000 + " ms";
    }
}
