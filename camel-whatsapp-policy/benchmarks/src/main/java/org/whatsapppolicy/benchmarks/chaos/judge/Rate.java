package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;

/**
 * Promise 6, as far as throughput: in a rush all nodes together keep the sender's rate. A message whose turn came may be on its way
 * for as long as its claim lasts, so that in any span no more arrive than in a span that is longer by so much.
 */
public final class Rate implements Check {

    /** Of a claim, in seconds. */
    private static final double CLAIM = 1;

    /** No promise of the product. */
    private static final int NONE = 0;

    /** With fewer of them a rush is none. */
    private static final int LEAST = 2 * Setting.PER_SECOND;

    /** By how much the platform's own limit is above the sender's. */
    private static final int MARGIN = Setting.PER_SECOND / 4;

    Rate() {}

    /** How fast the rushes of a run were. */
    public static String of(Evidence evidence) {
        List<Deed.Rush> rushes = evidence.deeds(Deed.Rush.class);
        return rushes.isEmpty()
                ? "rush: -"
                : rushes.stream()
                        .map(rush -> {
                            long[] arrivals = arrivals(evidence, rush);
                            return arrivals.length == 0
                                    ? "nothing left"
                                    : "%d requests in %.1f s"
                                            .formatted(arrivals.length, seconds(arrivals, 0, arrivals.length - 1));
                        })
                        .collect(Collectors.joining(", ", "rush: ", ""));
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        for (Deed.Rush rush : evidence.deeds(Deed.Rush.class)) {
            long[] arrivals = arrivals(evidence, rush);
            String found = tooMany(arrivals, evidence.mishaps());
            if (found != null) {
                violations.add(new Violation(6, found));
            }
            if (arrivals.length < LEAST) {
                violations.add(new Violation(
                        NONE,
                        "the run does not show a rush: found %d requests, expected %d at least"
                                .formatted(arrivals.length, LEAST)));
            }
        }
        return violations;
    }

    private static long[] arrivals(Evidence evidence, Deed.Rush rush) {
        return evidence.sightings().stream()
                .mapToLong(sighting -> sighting.begun().nanos())
                .filter(at -> at >= rush.nanos() && at <= rush.to())
                .sorted()
                .toArray();
    }

    /** For how many seconds nobody saw what arrived, because the machine stood still. */
    private static double still(List<Mishap> mishaps, long from, long to) {
        return Mishap.covered(
                        mishaps.stream().filter(m -> m.what().equals(Mishap.STALL)),
                        from - TimeUnit.SECONDS.toNanos(1),
                        to)
                / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static double seconds(long[] arrivals, int from, int to) {
        return (arrivals[to] - arrivals[from]) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static @Nullable String tooMany(long[] arrivals, List<Mishap> mishaps) {
        for (int from = 0; from < arrivals.length; from++) {
            for (int to = from + 1; to < arrivals.length; to++) {
                double seconds = seconds(arrivals, from, to);
                double most = Setting.PER_SECOND * (seconds + CLAIM) + MARGIN;
                double over = to - from + 1 - most;
                if (over > 0 && over > Setting.PER_SECOND * still(mishaps, arrivals[from], arrivals[to])) {
                    return "a rush of %d requests, %d of them within %.1f s, expected %.0f at most"
                            .formatted(arrivals.length, to - from + 1, seconds, most);
                }
            }
        }
        return null;
    }
}
