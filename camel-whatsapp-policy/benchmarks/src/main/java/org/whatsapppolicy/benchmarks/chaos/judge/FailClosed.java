package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;

/** Promise 5: nothing goes without what it rests on: a decision in the database, and for proactive messages a grant. */
final class FailClosed implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, List<Deed.Grant>> grants = evidence.byPhone(Deed.Grant.class);
        Map<String, List<Deed.Written>> written = evidence.byPhone(Deed.Written.class);
        for (Sighting sighting : evidence.sightings()) {
            String id = sighting.letter().id();
            String purpose = sighting.letter().purpose();
            long begun = sighting.begun().nanos();
            if (!evidence.rows().containsKey(id)) {
                violations.add(new Violation(
                        5,
                        "a request of " + sighting.node() + " for message " + id
                                + ", which the database does not know"));
            }
            boolean may = purpose.equals("chat")
                    ? written.getOrDefault(sighting.letter().to(), List.of()).stream()
                            .anyMatch(w -> w.nanos() <= begun)
                    : grants.getOrDefault(sighting.letter().to(), List.of()).stream()
                                    .anyMatch(g -> g.purpose().equals(purpose) && g.nanos() <= begun)
                            || (purpose.equals(Setting.BY_KEYWORD)
                                    && written.getOrDefault(sighting.letter().to(), List.of()).stream()
                                            .anyMatch(w -> w.start() && w.nanos() <= begun));
            if (!may) {
                violations.add(new Violation(5, "message " + id + " (" + purpose + ") to somebody who never agreed"));
            }
        }
        return violations;
    }
}
