package org.whatsapppolicy.benchmarks.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** What a run was like, in words and figures. */
final class Report {

    private static final int SHOWN = 10;

    private Report() {}

    static void print(Evidence evidence, Verdict verdict, long begun, PrintStream out) {
        out.printf(
                "messages: %d asked for, %d in the database, %d requests, %d accepted%n",
                evidence.sends(),
                evidence.rows().size(),
                evidence.sightings().size(),
                evidence.ledger().stream().filter(LedgerEntry::accepted).count());
        out.println("states: " + evidence.states());
        Set<String> seen =
                evidence.sightings().stream().map(s -> s.letter().id()).collect(Collectors.toSet());
        out.println("of those whose fate is unknown, no request was ever written: "
                + evidence.rows().values().stream()
                        .filter(row -> row.state().equals("UNKNOWN") && !seen.contains(row.id()))
                        .count());
        out.println("told later as failed: " + evidence.failures());
        out.println("answers: " + evidence.outcomes());
        Map<String, Long> mishaps = evidence.mishaps().stream()
                .collect(Collectors.groupingBy(Mishap::what, TreeMap::new, Collectors.counting()));
        out.println("kills: " + mishaps.getOrDefault("kill", 0L) + ", faults: "
                + (evidence.mishaps().size()
                        - mishaps.getOrDefault("kill", 0L)
                        - mishaps.getOrDefault("restart", 0L)
                        - mishaps.getOrDefault(Mishap.STALL, 0L)));
        mishaps.forEach((what, count) -> out.println("  " + what + ": " + count));
        recovery(evidence, out);
        out.println("late starts: " + verdict.lateStarts().size());
        verdict.lateStarts().forEach(one -> out.println("  " + one));
        out.println("decisions recomputed with the same result: " + verdict.recomputed());
        Map<Integer, List<Violation>> by = verdict.violations().stream()
                .collect(Collectors.groupingBy(Violation::promise, TreeMap::new, Collectors.toList()));
        out.println("violations: " + verdict.violations().size());
        by.forEach((promise, all) -> {
            out.println("  promise " + promise + ": " + all.size());
            all.stream().limit(SHOWN).forEach(one -> out.println("    " + one.what()));
        });
        out.println("took " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    /** From each kill to the next request of any node, and to the moment when the killed one was there again. */
    private static void recovery(Evidence evidence, PrintStream out) {
        List<Long> others = evidence.mishaps().stream()
                .filter(m -> m.what().equals("kill"))
                .map(m -> evidence.sightings().stream()
                        .map(Sighting::begun)
                        .filter(at -> at.nanos() > m.to())
                        .mapToLong(at -> at.nanos() - m.to())
                        .min()
                        .orElse(-1))
                .filter(nanos -> nanos >= 0)
                .sorted()
                .toList();
        List<Long> itself = evidence.mishaps().stream()
                .filter(m -> m.what().equals("kill"))
                .map(m -> evidence.mishaps().stream()
                        .filter(r -> r.what().equals("restart") && r.whose().equals(m.whose()) && r.to() > m.to())
                        .mapToLong(r -> r.to() - m.to())
                        .min()
                        .orElse(-1))
                .filter(nanos -> nanos >= 0)
                .sorted()
                .toList();
        out.println("recovery after a kill: next request of any node " + spread(others) + "; the node itself ready "
                + spread(itself));
    }

    private static String spread(List<Long> nanos) {
        return nanos.isEmpty()
                ? "-"
                : "p50 " + nanos.get(nanos.size() / 2) / 1_000_000 + " ms, max "
                        + nanos.get(nanos.size() - 1) / 1_000_000 + " ms";
    }
}
