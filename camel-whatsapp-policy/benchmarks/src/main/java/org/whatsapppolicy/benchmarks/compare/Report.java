package org.whatsapppolicy.benchmarks.compare;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the table and the ratios. */
final class Report {

    private Report() {}

    static void print(PrintStream out, Map<Contestant, Measurement> results) {
        out.println();
        out.printf(
                "%-18s %9s %8s %8s %8s  %s%n",
                "contestant", "msg/s", "p50 ms", "p99 ms", "cpu us", "kept how (read back)");
        results.forEach((contestant, measured) -> out.printf(
                "%-18s %,9.0f %8.2f %8.2f %8.0f  %s%n",
                contestant.name(),
                measured.perSecond(),
                measured.millisAt(50),
                measured.millisAt(99),
                measured.microsEach(),
                contestant.durability()));
        out.println();
        Map<String, Double> rates = results.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> entry.getValue()
                        .perSecond()));
        Goal.ALL.forEach(goal -> print(out, goal, rates));
        out.println();
        results.keySet().forEach(contestant -> out.printf("%-18s %s%n", contestant.name(), contestant.description()));
    }

    private static void print(PrintStream out, Goal goal, Map<String, Double> rates) {
        Double faster = rates.get(goal.faster());
        Double slower = rates.get(goal.slower());
        if (faster == null || slower == null) {
            return;
        }
        double times = faster / slower;
        boolean met = times >= goal.times();
        out.printf(
                "%-18s is %5.2f times %-14s %s %.1f: %s%n",
                goal.faster(),
                times,
                goal.slower(),
                goal.precondition() ? "must be" : "goal",
                goal.times(),
                met ? "met" : "NOT MET");
        if (!met && goal.precondition()) {
            out.println("  *** the yardstick is not a fair one in this run: " + goal.faster()
                    + " does not reach what the bare client does; do not use the ratios ***");
        }
    }
}
