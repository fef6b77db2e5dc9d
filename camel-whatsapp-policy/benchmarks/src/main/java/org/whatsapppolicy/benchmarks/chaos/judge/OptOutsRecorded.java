package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Receipt;
import org.whatsapppolicy.policy.consent.ConsentAct;

/**
 * Promise 1, the other half: what a person wrote was taken by a node in the end, and an opt-out that a node said it has stands in
 * the database as an act of that time.
 */
final class OptOutsRecorded implements Check {

    /** Between the clocks of store and driver. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Long> persons = persons(evidence);
        for (Deed.Written written : evidence.deeds(Deed.Written.class)) {
            Receipt receipt = receipt(evidence, written);
            if (receipt == null) {
                violations.add(new Violation(
                        1, "nobody took what a person wrote at " + written.act() + " (" + written.meaning() + ")"));
            } else if (written.stop()) {
                Instant told = receipt.writtenAt(written.wamid());
                demand(evidence, written, persons, told == null ? written.act() : told, "STOP", violations);
            }
        }
        for (Deed.Withdrawal withdrawal : evidence.deeds(Deed.Withdrawal.class)) {
            if (withdrawal.receipt() != null) {
                demand(evidence, withdrawal, persons, withdrawal.act(), "the CRM", violations);
            }
        }
        return violations;
    }

    private static @Nullable Receipt receipt(Evidence evidence, Deed.Written written) {
        return evidence.receipts().stream()
                .filter(receipt -> receipt.acknowledges(written.wamid()))
                .findFirst()
                .orElse(null);
    }

    /** Of whom no message is known, the database's number is not known here. */
    private static void demand(
            Evidence evidence,
            Deed stop,
            Map<String, Long> persons,
            Instant told,
            String by,
            List<Violation> violations) {
        Long person = persons.get(stop.phone());
        if (person == null) {
            return;
        }
        Instant since = evidence.time().earliest(stop.nanos()).minus(SLACK);
        boolean stands = evidence.past().acts().getOrDefault(person, List.of()).stream()
                .anyMatch(one -> one.act() instanceof ConsentAct.Withdrawn withdrawn
                        && is(withdrawn.evidence().act(), told.truncatedTo(ChronoUnit.MILLIS), since));
        if (!stands) {
            violations.add(new Violation(
                    1,
                    "a node said that it has the opt-out by " + by + " at " + told + " of person " + person
                            + ", and the database has none of that time"));
        }
    }

    /** In the second that was told, or, where the store's clock is behind the platform's, when it was told. */
    private static boolean is(Instant act, Instant told, Instant since) {
        boolean within = !act.isBefore(told) && act.isBefore(told.plusSeconds(1));
        return within || (act.isBefore(told) && !act.isBefore(since));
    }

    private static Map<String, Long> persons(Evidence evidence) {
        Map<String, Long> persons = new HashMap<>();
        for (Row row : evidence.rows().values()) {
            String phone = row.phone();
            Long person = row.person();
            if (phone != null && person != null) {
                persons.put(phone, person);
            }
        }
        return persons;
    }
}
