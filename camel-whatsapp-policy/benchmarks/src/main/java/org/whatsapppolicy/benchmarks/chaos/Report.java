package org.whatsapppolicy.benchmarks.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Rate;
import org.whatsapppolicy.benchmarks.chaos.judge.Silence;
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
        out.println("orders without an answer: " + Silence.count(evidence));
        Map<String, Long> mishaps = evidence.mishaps().stream()
                .collect(Collectors.groupingBy(Mishap::what, TreeMap::new, Collectors.counting()));
        Tally tally = new Tally();
        tally.add(evidence, verdict);
        out.println(tally.mishaps());
        mishaps.forEach((what, count) -> out.println("  " + what + ": " + count));
        out.println(tally.recovery());
        out.println(Rate.of(evidence));
        out.println("late starts: " + verdict.lateStarts().size());
        verdict.lateStarts().forEach(one -> out.println("  " + one));
        out.println("decisions made again: " + verdict.recomputed());
        verdict.leftOut().forEach((why, count) -> out.println("  not made again, because it " + why + ": " + count));
        Map<Integer, List<Violation>> by = verdict.violations().stream()
                .collect(Collectors.groupingBy(Violation::promise, TreeMap::new, Collectors.toList()));
        out.println("violations: " + verdict.violations().size());
        by.forEach((promise, all) -> {
            out.println("  promise " + promise + ": " + all.size());
            all.stream().limit(SHOWN).forEach(one -> out.println("    " + one.what()));
        });
        out.println("took " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }
}
