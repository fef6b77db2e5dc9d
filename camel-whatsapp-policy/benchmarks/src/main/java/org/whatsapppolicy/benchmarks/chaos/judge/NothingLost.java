package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Told;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/**
 * Promise 4: what a node said it took stands in the database and comes to an end; what the platform took is known as taken, or as
 * failed where the platform told so later, as it does of a free-form message that came when the window was over; what failed
 * with "nothing was recorded" was not recorded.
 */
final class NothingLost implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        if (!evidence.cameToRest()) {
            violations.add(
                    new Violation(4, "something that is due is still held or under way after everything was healed"));
        }
        Map<String, List<LedgerEntry>> accepted = evidence.accepted();
        Map<String, List<Told>> told = evidence.told();
        evidence.deeds(Deed.Send.class).forEach(send -> told(evidence, send, violations));
        accepted.forEach((id, entries) -> {
            Row row = evidence.rows().get(id);
            List<Told> of = told.getOrDefault(id, List.of());
            if (row == null) {
                violations.add(
                        new Violation(4, "the platform took message " + id + ", which the database does not know"));
            } else if (!standsAsTold(row, of)) {
                violations.add(new Violation(
                        4, "the platform took message " + id + " and told " + of + ", and it stands as " + row));
            }
        });
        evidence.rows().values().forEach(row -> {
            if (row.accepted() && !accepted.containsKey(row.id())) {
                violations.add(new Violation(4, "message " + row.id() + " stands as " + row + ", never accepted"));
            }
            if (row.reasons().equals("[]") && !row.accepted() && !row.purpose().equals("chat")) {
                violations.add(
                        new Violation(4, "message " + row.id() + " stands as " + row.state() + " without a reason"));
            }
        });
        return violations;
    }

    private static boolean standsAsTold(Row row, List<Told> told) {
        List<Told> failures = told.stream().filter(Told::failed).toList();
        return failures.isEmpty()
                ? row.accepted()
                : row.state().equals("FAILED")
                        && row.errorCode() == failures.get(0).code();
    }

    private static void told(Evidence evidence, Deed.Send send, List<Violation> violations) {
        String outcome = send.outcome();
        String id = send.answer().path("messageId").asText();
        Row row = evidence.rows().get(id);
        if (!outcome.isEmpty() && row == null) {
            violations.add(
                    new Violation(4, "a node answered " + outcome + " for message " + id + ", which is not there"));
        }
        if (outcome.equals("accepted") && !evidence.accepted().containsKey(id)) {
            violations.add(
                    new Violation(4, "a node said accepted of message " + id + ", which the platform never took"));
        }
        Row recorded = evidence.byKey(send.key());
        if (send.answer().path("storeAway").asBoolean()
                && !send.answer().path("fateUnknown").asBoolean()
                && recorded != null
                && only(evidence, send)) {
            violations.add(new Violation(
                    4,
                    "a node said that nothing was recorded for key " + send.key() + ", and there is message "
                            + recorded.id() + ", " + recorded.state() + " in attempt " + recorded.attempt() + ": "
                            + send.answer().path("problem").asText()));
        }
    }

    /** Whether nobody else brought that key. */
    private static boolean only(Evidence evidence, Deed.Send send) {
        return evidence.deeds(Deed.Send.class).stream()
                        .filter(other -> other.key().equals(send.key()))
                        .count()
                == 1;
    }
}
