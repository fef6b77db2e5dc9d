package org.whatsapppolicy.benchmarks.chaos.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;

/** Promise 4: what a route is told as denied or refused was not taken by the platform before. */
final class RefusedForGood implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, List<Sighting>> sightings = evidence.byMessage();
        for (Deed.Send send : evidence.deeds(Deed.Send.class)) {
            String id = send.answer().path("messageId").asText();
            boolean taken = sightings.getOrDefault(id, List.of()).stream().anyMatch(s -> taken(s, send.answered()));
            if (taken && refused(send.answer())) {
                violations.add(new Violation(
                        4,
                        "a node answered " + send.answer() + " for key " + send.key()
                                + ", which the platform had accepted"));
            }
        }
        return violations;
    }

    /** What is told once more was true when it was told first. */
    static boolean refused(JsonNode answer) {
        return !answer.path("replayed").asBoolean()
                && (answer.path("decision").asText().equals("DENY")
                        || answer.path("outcome").asText().equals("refused"));
    }

    private static boolean taken(Sighting sighting, long before) {
        return sighting.answer() != null
                && sighting.answer().status() == 200
                && sighting.answer().ended().nanos() <= before;
    }
}
