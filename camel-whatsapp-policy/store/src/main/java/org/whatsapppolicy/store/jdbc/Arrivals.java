package org.whatsapppolicy.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Intake;
import org.whatsapppolicy.store.state.Address;

/**
 * What of an intake is new, and where it goes: to the route of whoever takes it in, or to the queue.
 *
 * @param intake all that came
 * @param fresh of each receipt, whether it is new
 * @param numbers which of the receipts the new ones are
 * @param receipts the new ones
 */
record Arrivals(Intake intake, List<Boolean> fresh, List<Integer> numbers, List<Receipt> receipts) {

    /**
     * Sorts out what is new.
     *
     * @param known keys that were here before; those of the new ones are added
     * @param nobodys tells those about messages whose person was erased (S-47)
     */
    static Arrivals of(Intake intake, Set<String> known, Predicate<Receipt> nobodys) {
        List<Boolean> fresh = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (Receipt receipt : intake.receipts()) {
            boolean unheard = known.add(receipt.key());
            if (unheard) {
                numbers.add(fresh.size());
                receipts.add(nobodys.test(receipt) ? receipt.ofNobody() : receipt);
            }
            fresh.add(unheard);
        }
        return new Arrivals(intake, fresh, numbers, receipts);
    }

    /** The same as the transaction sees it under all of its locks. */
    Arrivals notAfter(Instant now) {
        return new Arrivals(
                intake,
                fresh,
                numbers,
                receipts.stream().map(receipt -> receipt.notAfter(now)).toList());
    }

    /** Makes their rows; claimed are those that find room and have nothing of the same person before them. */
    Placed placed(RowIds ids, Map<String, People.Found> met, Set<Long> busy, Sealer sealer, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Intake.Claim> claims = new ArrayList<>();
        boolean left = false;
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            long whose = whose(receipt, met);
            Long person = whose == KeyTable.NOBODY ? null : Long.valueOf(whose);
            String payload = receipt.payload();
            boolean claimed = false;
            long id = ids.next();
            if (payload != null && claims.size() < intake.room() && !busy.contains(whose)) {
                claimed = true;
                claims.add(new Intake.Claim(numbers.get(i), new Queued(id, person, payload, 0)));
            }
            left |= payload != null && !claimed;
            Instant due = claimed ? now.plus(intake.lease()) : now;
            rows.add(new @Nullable Object[] {
                id,
                receipt.key(),
                person,
                receipt.kind(),
                now.toEpochMilli(),
                payload == null ? null : Long.valueOf(due.toEpochMilli()),
                claimed ? 1 : 0,
                sealer.seal(whose, payload, Sealed.INBOX),
                payload == null ? null : sealer.key(whose)
            });
        }
        return new Placed(rows, new Intake.Result(fresh, claims, left, now));
    }

    static long whose(Receipt receipt, Map<String, People.Found> met) {
        People.Found found = receipt.person() == null
                ? null
                : met.get(Address.of(receipt.person()).key());
        return found == null ? KeyTable.NOBODY : found.who().person();
    }

    /**
     * The rows of the new ones, and what whoever took them in gets.
     *
     * @param rows as {@link InboxTable#add} takes them
     * @param result what it comes to
     */
    record Placed(List<@Nullable Object[]> rows, Intake.Result result) {}
}
