package org.whatsapppolicy.benchmarks.chaos.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/**
 * Promise 3: a second request with the same message, or the same key, follows only a definite refusal of the first that reached
 * its sender (S-37, S-38).
 */
final class NothingTwice implements Check {

    /** Graph errors after which the fate is not known (M-4). */
    private static final Set<Integer> UNCLEAR = Set.of(1, 2, 131000, 131016);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, List<Sighting>> byKey = new TreeMap<>();
        evidence.sightings().forEach(s -> byKey.computeIfAbsent(s.letter().key(), k -> new ArrayList<>())
                .add(s));
        byKey.forEach((key, all) -> {
            for (int i = 0; i < all.size() - 1; i++) {
                if (!definitelyRefused(all.get(i))) {
                    violations.add(new Violation(
                            3,
                            "key " + key + ": request " + (i + 2) + " of " + all.size() + " by "
                                    + all.get(i + 1).node() + " although request " + (i + 1) + " by "
                                    + all.get(i).node() + " was not refused (" + status(all.get(i)) + "), message "
                                    + all.get(i).letter().id()));
                }
            }
        });
        for (Map.Entry<String, List<LedgerEntry>> one : evidence.accepted().entrySet()) {
            if (one.getValue().size() > 1) {
                violations.add(new Violation(
                        3,
                        "message " + one.getKey() + " was accepted "
                                + one.getValue().size() + " times"));
            }
        }
        return violations;
    }

    private static String status(Sighting sighting) {
        HttpMessage answer = sighting.answer();
        return answer == null ? "no answer" : answer.status() + (sighting.answerWentOn() ? "" : ", lost");
    }

    static boolean definitelyRefused(Sighting sighting) {
        HttpMessage answer = sighting.answer();
        if (answer == null || !sighting.answerWentOn() || answer.status() == 200) {
            return false;
        }
        try {
            int code = JSON.readTree(answer.text()).path("error").path("code").asInt();
            return code != 0 && !UNCLEAR.contains(code);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
