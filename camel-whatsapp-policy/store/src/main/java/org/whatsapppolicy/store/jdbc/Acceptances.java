package org.whatsapppolicy.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.state.Progress;

/**
 * Acceptances that are written without loading their messages: the owner of an attempt knows how it left the message, and the
 * statement does nothing where that is no longer so. Does what {@link Progress#settled} does. For one batch and one thread.
 */
final class Acceptances {

    // In the order of ids, as everybody locks messages. A case, so that no planner takes it for a way to find
    // the rows.
    private static final Bulk ACCEPT = Bulk.change(
            "message",
            "set state = 'ACCEPTED', changed_at = :changed_at, not_before = null, due_at = null, wamid = :wamid,"
                    + " error_code = 0, counts_to = case when send_before + " + Progress.LONGEST_ANSWER.toMillis()
                    + " < :changed_at then send_before + " + Progress.LONGEST_ANSWER.toMillis()
                    + " else :changed_at end"
                    + " $from where message.id = :id"
                    + " and case when message.attempt = :attempt then message.state = 'SENDING' else false end",
            Bulk.id("id"),
            Bulk.small("attempt"),
            Bulk.number("changed_at"),
            Bulk.text("wamid"));

    private final List<Settlement> all;
    private final List<Settlement> others;
    /** Until it is tried, nothing is left over. */
    private Trip.Found<Set<UUID>> touched;

    private Acceptances(List<Settlement> all, List<Settlement> others) {
        this.all = all;
        this.others = others;
        this.touched = new Trip.Found<>(Set.copyOf(ids()));
    }

    static Acceptances none(List<Settlement> batch) {
        return new Acceptances(List.of(), batch);
    }

    /** Those that are told once: of two outcomes of one message the first counts, whichever it is. */
    static Acceptances among(List<Settlement> batch) {
        Map<UUID, Long> times =
                batch.stream().collect(Collectors.groupingBy(Settlement::messageId, Collectors.counting()));
        List<Settlement> all = new ArrayList<>();
        List<Settlement> others = new ArrayList<>();
        for (Settlement one : batch) {
            boolean plain = one.outcome() instanceof Outcome.Accepted && times.getOrDefault(one.messageId(), 0L) == 1;
            (plain ? all : others).add(one);
        }
        all.sort(Comparator.comparing(Settlement::messageId));
        return new Acceptances(all, others);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Settlement> all() {
        return all;
    }

    List<UUID> ids() {
        return all.stream().map(Settlement::messageId).toList();
    }

    /** Outcomes that need a look at their messages. */
    List<Settlement> others() {
        return others;
    }

    void save(Trip trip, Instant now) {
        touched =
                trip.touching(ACCEPT, all.stream().map(one -> values(one, now)).toList());
    }

    private static @Nullable Object[] values(Settlement one, Instant now) {
        String wamid = one.outcome() instanceof Outcome.Accepted accepted ? accepted.wamid() : null;
        return new @Nullable Object[] {one.messageId(), one.attempt(), now.toEpochMilli(), wamid};
    }

    /** Those whose messages stood elsewhere, once the trip was made. */
    List<Settlement> left() {
        Set<UUID> there = touched.get();
        return all.stream().filter(one -> !there.contains(one.messageId())).toList();
    }
}
