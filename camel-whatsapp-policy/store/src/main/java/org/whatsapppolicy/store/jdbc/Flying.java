package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Progress;

/**
 * What is in flight, so that a silent owner is found. One row a transaction and not an index over messages: an index would be
 * written at every outcome.
 */
final class Flying {

    static final int AT_ONCE = 500;
    /** So many of their messages are looked at in one transaction, or those of one flight. */
    static final int MESSAGES_AT_ONCE = 5_000;

    private static final Bulk BEGIN = Bulk.insert("flight", "", Bulk.number("look_at"), Bulk.text("messages"));
    private static final Bulk LATER = Bulk.update("flight", Bulk.number("id"), Bulk.number("look_at"));
    private static final Bulk END = Bulk.delete("flight", Bulk.number("id"));
    private static final String DUE =
            "select id, messages from flight where look_at <= ? order by look_at limit ? $lock $skip";
    private static final String OPEN = "select id, send_before from message where id $in and state = 'SENDING'";

    /** What programs from before there were flights have under way. */
    static final String SILENT = "select id from message where state = ? and due_at <= ? and send_before is not null"
            + " order by due_at limit 1000";

    private Flying() {}

    /** Notes what a batch allowed. */
    static void begin(Trip trip, Collection<MessageRow> decided) {
        List<MessageRow> allowed = decided.stream()
                .filter(row -> row.progress().state() == MessageState.SENDING)
                .toList();
        if (!allowed.isEmpty()) {
            Instant first = allowed.stream()
                    .map(row -> Objects.requireNonNull(row.progress().sendBefore()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            String messages =
                    allowed.stream().map(row -> row.asked().id().toString()).collect(Collectors.joining(","));
            trip.bulk(BEGIN, List.<@Nullable Object[]>of(new @Nullable Object[] {first.toEpochMilli(), messages}));
        }
    }

    /** Messages whose owners are silent since before that instant count as unknown: those of some flights, in how many. */
    static Settling.Part land(
            Session session, Instant silent, Instant now, Duration answerTimeout, Happenings happenings)
            throws SQLException {
        List<Flight> due = session.query(DUE, Flying::flight, silent, (long) AT_ONCE);
        List<Flight> flights = due.subList(0, fitting(due));
        List<UUID> looked =
                flights.stream().flatMap(one -> one.messages.stream()).toList();
        Map<UUID, Instant> open = new HashMap<>();
        session.query(OPEN, row -> open.put(row.id(), row.instant()) == null, Keys.ids(looked));
        List<UUID> late = new ArrayList<>(session.query(SILENT, Row::id, MessageState.SENDING.name(), silent));
        open.forEach((id, before) -> {
            if (!before.isAfter(silent)) {
                late.add(id);
            }
        });
        Map<UUID, Progress> before = Settling.load(session, late);
        Map<UUID, Progress> after = new HashMap<>();
        before.forEach((id, p) -> {
            Instant begun = p.sendBefore();
            if (p.state() == MessageState.SENDING && begun != null && !begun.isAfter(silent)) {
                after.put(id, happenings.moved(id, p, p.unknown(now, answerTimeout, 0)));
                open.remove(id);
            }
        });
        Settling.save(session, before, after, happenings);
        landed(session, flights, open);
        return new Settling.Part(after.size(), flights.size() < due.size() || due.size() == AT_ONCE);
    }

    private static int fitting(List<Flight> due) {
        int messages = 0;
        for (int i = 0; i < due.size(); i++) {
            messages += due.get(i).messages.size();
            if (messages > MESSAGES_AT_ONCE) {
                return Math.max(1, i);
            }
        }
        return due.size();
    }

    /** Those that somebody still has to answer for are looked at again. */
    private static void landed(Session session, List<Flight> flights, Map<UUID, Instant> open) throws SQLException {
        List<@Nullable Object[]> ended = new ArrayList<>();
        List<@Nullable Object[]> later = new ArrayList<>();
        for (Flight one : flights) {
            one.messages.stream()
                    .filter(open::containsKey)
                    .map(open::get)
                    .min(Instant::compareTo)
                    .ifPresentOrElse(
                            first -> later.add(new Object[] {one.id, first.toEpochMilli()}),
                            () -> ended.add(new Object[] {one.id}));
        }
        Trip trip = new Trip(session);
        trip.bulk(END, ended);
        trip.bulk(LATER, later);
        trip.go();
    }

    private static Flight flight(Row row) throws SQLException {
        long id = row.number();
        return new Flight(
                id,
                Arrays.stream(row.text().split(",", -1)).map(UUID::fromString).toList());
    }

    private record Flight(long id, List<UUID> messages) {}
}
