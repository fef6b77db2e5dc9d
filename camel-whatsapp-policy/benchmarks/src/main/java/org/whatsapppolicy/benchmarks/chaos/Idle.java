package org.whatsapppolicy.benchmarks.chaos;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** Whether a run did what its options ask of it. One that did nothing kept every promise, and shows nothing. */
final class Idle {

    /** No promise of the product. */
    private static final int NONE = 0;

    /** So many things done come to a message that is accepted. */
    private static final int ENOUGH = 60;

    private Idle() {}

    static List<Violation> of(ChaosOptions options, Evidence evidence, Verdict verdict) {
        return of(
                options,
                evidence.ledger().stream().filter(LedgerEntry::accepted).count(),
                verdict.recomputed(),
                evidence.mishaps());
    }

    static List<Violation> of(ChaosOptions options, long accepted, int recomputed, List<Mishap> mishaps) {
        List<Violation> found = new ArrayList<>();
        boolean busy = options.time().toSeconds() * options.perSecond() >= ENOUGH;
        if (busy && accepted == 0) {
            found.add(nothing("no message that the platform accepted"));
        }
        if (busy && recomputed == 0) {
            found.add(nothing("no decision that could be made again"));
        }
        if (!options.calm()
                && mishaps.stream().noneMatch(mishap -> mishap.what().equals("kill"))) {
            found.add(nothing("no kill in " + options.time().toSeconds() + " s"));
        }
        mishaps.stream()
                .filter(mishap -> mishap.what().equals(Mishap.FAILED))
                .forEach(mishap -> found.add(nothing(mishap.what() + ", of " + mishap.whose())));
        return found;
    }

    private static Violation nothing(String what) {
        return new Violation(NONE, "the run does not show what its options ask for: found " + what);
    }
}
