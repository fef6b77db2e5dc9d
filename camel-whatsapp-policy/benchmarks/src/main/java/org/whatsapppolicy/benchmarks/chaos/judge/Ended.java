package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.Collection;
import java.util.List;

/** Promise 4: what was taken ends. When days have passed nothing is held any more, and nothing is under way. */
final class Ended implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        return of(evidence.rows().values());
    }

    static List<Violation> of(Collection<Row> rows) {
        return rows.stream()
                .filter(row -> row.state().equals("HELD") || row.state().equals("SENDING"))
                .map(row -> new Violation(
                        4,
                        "message " + row.id() + " never ended: taken at " + row.taken() + ", due at " + row.due()
                                + ", it stands as " + row + " with the reasons " + row.reasons()))
                .toList();
    }
}
