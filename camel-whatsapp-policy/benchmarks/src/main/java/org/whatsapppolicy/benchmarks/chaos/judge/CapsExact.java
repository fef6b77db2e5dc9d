package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.drive.VirtualTime;

/**
 * Promise 2: never more in a window than the cap, over what the platform took and what is unknown (S-39). When a message went is
 * known by the wire to within what the clock may have shown; what is unknown counts from its decision. A breach is what no reading of
 * the clock excuses. Who has an open service window is
 * left out: answers are not held by caps.
 */
final class CapsExact implements Check {

    private static final Duration DAY = Duration.ofDays(1);
    /** The store reads its clock, the wire its own; a loaded machine is late in between. */
    private static final Duration SLACK = Duration.ofMillis(200);

    /**
     * A message counts from its decision, which was made at most that long before its request began. When the clock leapt in
     * between and the answer was lost, nobody can know that it went after the leap.
     */
    private static final long CLAIM = Duration.ofMillis(1500).toNanos();

    /** One message that counts. */
    private record Sent(String id, String purpose, long begun, Instant earliest, Instant latest) {}

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, List<Deed.Written>> written = evidence.byPhone(Deed.Written.class);
        sent(evidence).forEach((phone, all) -> {
            List<Deed.Written> wrote = written.getOrDefault(phone, List.of());
            caps(all, Setting.SLIPS, s -> s.purpose.equals("slip"), wrote, "slip", violations);
            caps(all, Setting.NEWS, s -> s.purpose.equals("news"), List.of(), "news", violations);
            caps(all, Setting.PROACTIVE, s -> proactive(s, wrote), wrote, "all purposes", violations);
        });
        return violations;
    }

    private static Map<String, List<Sent>> sent(Evidence evidence) {
        VirtualTime time = evidence.time();
        Map<String, List<Sent>> sent = new TreeMap<>();
        Map<String, ?> accepted = evidence.accepted();
        for (Sighting sighting : evidence.sightings()) {
            boolean took = accepted.containsKey(sighting.letter().id()) && !refused(sighting);
            if (took) {
                long at = sighting.begun().nanos();
                sent.computeIfAbsent(sighting.letter().to(), p -> new ArrayList<>())
                        .add(new Sent(
                                sighting.letter().id(),
                                sighting.letter().purpose(),
                                at,
                                time.earliest(at - CLAIM),
                                time.latest(at)));
            }
        }
        for (Row row : evidence.rows().values()) {
            String phone = row.phone();
            if (row.state().equals("UNKNOWN") && phone != null && !accepted.containsKey(row.id())) {
                sent.computeIfAbsent(phone, p -> new ArrayList<>())
                        .add(new Sent(
                                row.id(),
                                row.purpose(),
                                time.moment(row.decided()) + CLAIM,
                                row.decided(),
                                row.decided()));
            }
        }
        sent.values().forEach(all -> all.sort(Comparator.comparing(Sent::earliest)));
        return sent;
    }

    private static boolean refused(Sighting sighting) {
        var answer = sighting.answer();
        return answer != null && answer.status() != 200;
    }

    private static void caps(
            List<Sent> all,
            int cap,
            Predicate<Sent> counts,
            List<Deed.Written> wrote,
            String of,
            List<Violation> violations) {
        List<Sent> counted = all.stream().filter(counts).toList();
        for (int i = cap; i < counted.size(); i++) {
            List<Sent> together = counted.subList(i - cap, i + 1);
            Sent first = together.get(0);
            Sent last = together.get(cap);
            Instant latest = Collections.max(together.stream().map(Sent::latest).toList());
            Duration most = Duration.between(first.earliest, latest);
            // Which of them went last, some readings of the clock leave open.
            boolean held = together.stream()
                    .filter(one -> !one.latest.isBefore(last.earliest))
                    .allMatch(one -> proactive(one, wrote));
            if (most.plus(SLACK).compareTo(DAY) < 0 && held) {
                violations.add(new Violation(
                        2,
                        (cap + 1) + " messages of " + of + " within " + most + ", the last is " + last.id
                                + ", the first " + first.id));
            }
        }
    }

    /** Whether it cannot have been an answer: the platform's clock may be ahead, so that only real time tells what came first. */
    private static boolean proactive(Sent sent, List<Deed.Written> wrote) {
        return sent.purpose.equals("news")
                || wrote.stream()
                        .noneMatch(w ->
                                w.act().isAfter(sent.earliest.minus(DAY).minusSeconds(2)) && w.nanos() <= sent.begun);
    }
}
