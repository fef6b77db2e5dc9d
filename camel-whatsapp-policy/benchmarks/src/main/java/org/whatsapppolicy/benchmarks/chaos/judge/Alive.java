package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;

/** Promise 4: a node ends when somebody ends it. */
final class Alive implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        return of(evidence.mishaps());
    }

    static List<Violation> of(List<Mishap> mishaps) {
        return mishaps.stream()
                .filter(mishap -> mishap.what().equals(Mishap.DEATH))
                .map(mishap -> new Violation(4, "a node " + mishap.what() + ": " + mishap.whose()))
                .toList();
    }
}
