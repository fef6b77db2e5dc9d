package org.whatsapppolicy.benchmarks.chaos.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;

/** Promise 5: a route is told what went wrong by an exception that it can act upon, a broken store by that of the store. */
final class ToldClearly implements Check {

    /** What the platform, or its silence, is told as. */
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("OutcomeUnknownException", "WhatsAppApiException", "WhatsAppThrottledException");

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        for (Deed.Send send : evidence.deeds(Deed.Send.class)) {
            if (!clear(send.answer())) {
                violations.add(new Violation(
                        5,
                        "a route was told about key " + send.key() + " "
                                + send.answer().path("problem").asText()));
            }
        }
        return violations;
    }

    static boolean clear(JsonNode answer) {
        return !answer.has("exception")
                || answer.path("storeAway").asBoolean()
                || OF_THE_PLATFORM.contains(answer.path("exception").asText());
    }
}
