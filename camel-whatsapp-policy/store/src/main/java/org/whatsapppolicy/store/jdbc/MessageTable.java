package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.state.Earlier;
import org.whatsapppolicy.store.state.Fold.Stored;
import org.whatsapppolicy.store.state.Fold.Written;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Progress;

/** Messages with their content and their keys. */
final class MessageTable {

    private static final String NAMES =
            Stream.of(MessageColumns.ALL).map(column -> "m." + column.name()).collect(Collectors.joining(", "));
    private static final String SELECT = "select " + Sealed.columns("c") + ", c.payload, c.context, " + NAMES
            + " from message m left join message_content c on c.message_id = m.id" + Sealed.join("c") + " where m.id ";
    private static final String BY_IDS = SELECT + "$in";
    private static final String BARE = "select " + NAMES + " from message m where m.id $in";
    private static final String KEYS = "select key, message_id from idempotency_key where key $in";
    private static final String BY_KEYS = "select " + Sealed.columns("c") + ", c.payload, c.context, " + NAMES
            + " from idempotency_key k join message m on m.id = k.message_id"
            + " left join message_content c on c.message_id = m.id" + Sealed.join("c") + " where k.key $in";
    private static final String ONE = SELECT + "= ?";
    // What was sent again counts in each of its attempts, and was decided last after all of them.
    private static final String SENT = "select person_id, purpose, category, proactive, decided_at, counts_to, earlier"
            + " from message where person_id $in and decided_at > ? and (counts_to > ? or earlier is not null)";
    private static final String COUNTED =
            "select id, purpose, category, proactive, decided_at, counts_to from message where id $in";

    private static final String LINE =
            "select person_id, id, purpose, taken_at, state, coalesce(not_before, changed_at),"
                    + " decided_at from message where person_id $in and state in ('HELD', 'SENDING')";
    private static final String GONE = "delete from idempotency_key where key $in"
            + " and not exists (select 1 from message m where m.id = idempotency_key.message_id)";

    private static final Bulk INSERT = Bulk.insert("message", "on conflict do nothing", MessageColumns.COLUMNS);
    /** Of one that was denied and asked for again in the same batch: an attempt of it was never begun. */
    private static final Bulk INSERT_TRIED = Bulk.insert("message", "on conflict do nothing", MessageColumns.ALL);

    private static final Bulk UPDATE = asItWasRead(MessageColumns.ALL);
    /** Of one that was held and is decided again; what was asked for stays. */
    private static final Bulk DECIDE = asItWasRead(MessageColumns.DECIDED);

    private static final Bulk INSERT_CONTENT = Bulk.insert(
            "message_content",
            "on conflict (message_id) do update set payload = excluded.payload, context = excluded.context,"
                    + " key_id = excluded.key_id",
            Bulk.id("message_id"),
            Bulk.text("payload"),
            Bulk.text("context"),
            Bulk.number("key_id"));
    private static final Bulk INSERT_KEY = Bulk.insert(
            "idempotency_key",
            "on conflict do nothing",
            Bulk.text("key"),
            Bulk.id("message_id"),
            Bulk.number("recorded_at"));

    private static final String OF_PERSON = "select " + Sealed.columns("c") + ", c.payload, c.context, " + NAMES
            + " from message m left join message_content c on c.message_id = m.id" + Sealed.join("c")
            + " where m.person_id = ?"
            + " order by m.taken_at, m.id";

    private MessageTable() {}

    /**
     * An update of messages that still stand as they were read. Whoever holds a person decides alone on that one's messages, but
     * outcomes, statuses and rulings come without: proof of an earlier attempt may be committed between the look and this.
     */
    private static Bulk asItWasRead(Bulk.Column... columns) {
        String set = Stream.of(columns)
                .skip(1)
                .map(column -> column.name() + " = :" + column.name())
                .collect(Collectors.joining(", "));
        // A case, so that no planner takes it for a way to find the rows.
        return Bulk.change(
                "message",
                "set " + set + " $from where message.id = :id and case when message.attempt = :attempt_before"
                        + " then message.state = :state_before else false end",
                Stream.concat(Stream.of(columns), Stream.of(Bulk.small("attempt_before"), Bulk.text("state_before")))
                        .toArray(Bulk.Column[]::new));
    }

    private static @Nullable Object[] asItWasRead(Progress before, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = before.attempt();
        all[values.length + 1] = before.state().name();
        return all;
    }

    /** Every message to a person. */
    static List<Stored> of(Session session, long person) throws SQLException {
        return session.query(OF_PERSON, MessageTable::stored, person);
    }

    static List<Stored> byIds(Session session, Collection<UUID> ids) throws SQLException {
        return session.query(BY_IDS, MessageTable::stored, Keys.ids(ids));
    }

    static Optional<MessageRow> one(Session session, UUID id) throws SQLException {
        return session.first(ONE, MessageTable::stored, id).map(Stored::row);
    }

    /**
     * Asks for the messages that are known by the ids or by the route's own keys.
     *
     * @param held ids of those that come from here: what was said is not needed again
     * @param keys filled with what each key stands for
     * @param known filled with the messages, some of them twice
     */
    static void known(
            Trip trip,
            Collection<UUID> held,
            Collection<UUID> ids,
            Collection<String> wanted,
            Map<String, UUID> keys,
            List<Stored> known) {
        Row.Reader<Boolean> message = row -> known.add(stored(row));
        if (!held.isEmpty()) {
            trip.query(BARE, row -> known.add(new Stored(MessageColumns.read(row, null), null)), Keys.ids(held));
        }
        if (!ids.isEmpty()) {
            trip.query(BY_IDS, message, Keys.ids(ids));
        }
        if (!wanted.isEmpty()) {
            trip.query(BY_KEYS, message, Keys.texts(wanted));
            trip.query(KEYS, row -> keys.put(row.text(), row.id()) == null, Keys.texts(wanted));
        }
    }

    private static Stored stored(Row row) throws SQLException {
        Opener opener = row.opener();
        String payload = opener.open(row.textOrNull(), Sealed.PAYLOAD);
        String context = opener.open(row.textOrNull(), Sealed.CONTEXT);
        return new Stored(MessageColumns.read(row, context), payload);
    }

    /** Asks for what counts against caps, by person; filled when the trip was made. */
    static Map<Long, List<SentMessage>> sent(Trip trip, Collection<Long> people, Instant since) {
        Map<Long, List<SentMessage>> sent = new HashMap<>();
        if (!people.isEmpty()) {
            trip.query(
                    SENT,
                    row -> sentMessages(row, since, sent.computeIfAbsent(row.number(), id -> new ArrayList<>())),
                    Keys.numbers(people),
                    since.minus(Progress.LONGEST_WAY),
                    since);
        }
        return sent;
    }

    /** Asks for what has not ended, by person; filled when the trip was made. */
    static Map<Long, List<Waiting>> line(Trip trip, Collection<Long> people) {
        Map<Long, List<Waiting>> line = new HashMap<>();
        if (!people.isEmpty()) {
            trip.query(
                    LINE,
                    row -> line.computeIfAbsent(row.number(), id -> new ArrayList<>())
                            .add(waiting(row)),
                    Keys.numbers(people));
        }
        return line;
    }

    private static Waiting waiting(Row row) throws SQLException {
        UUID id = row.id();
        String purpose = row.text();
        Instant taken = row.instant();
        boolean underWay = row.text().equals(MessageState.SENDING.name());
        Instant free = row.instant();
        return new Waiting(id, purpose, taken, underWay, underWay ? row.instant() : free);
    }

    /** Keys whose messages were past their retention are free again. */
    static int free(Session session, Collection<String> keys) throws SQLException {
        return keys.isEmpty()
                ? 0
                : session.update(GONE, Keys.texts(keys.stream().sorted().toList()));
    }

    private static boolean sentMessages(Row row, Instant since, List<SentMessage> all) throws SQLException {
        String purpose = row.text();
        SentMessage last = sentMessage(row, purpose);
        Earlier.read(row.textOrNull())
                .counted(purpose)
                .filter(sent -> sent.to().isAfter(since))
                .forEach(all::add);
        return last == null || all.add(last);
    }

    private static @Nullable SentMessage sentMessage(Row row, String purpose) throws SQLException {
        Category category = Category.valueOf(row.text());
        boolean proactive = row.flag();
        Instant from = row.instant();
        Instant to = row.instantOrNull();
        return to == null ? null : new SentMessage(purpose, category, proactive, from, to);
    }

    /** How the present attempts of messages count, of those that do. */
    static Map<UUID, SentMessage> counted(Session session, Collection<UUID> ids) throws SQLException {
        Map<UUID, SentMessage> counted = new HashMap<>();
        if (!ids.isEmpty()) {
            Row.Reader<Boolean> one = row -> {
                UUID id = row.id();
                SentMessage sent = sentMessage(row, row.text());
                return sent != null && counted.put(id, sent) == null;
            };
            session.query(COUNTED, one, Keys.ids(ids));
        }
        return counted;
    }

    /** Writes what a batch decided, and what happened in its transaction. */
    static void write(Session session, List<Written> written, Happenings happenings) throws SQLException {
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> tried = new ArrayList<>();
        List<@Nullable Object[]> again = new ArrayList<>();
        List<@Nullable Object[]> held = new ArrayList<>();
        List<@Nullable Object[]> contents = new ArrayList<>();
        List<@Nullable Object[]> keys = new ArrayList<>();
        Sealer sealer = sealer(session, written);
        for (Written one : sorted(written)) {
            MessageRow row = one.row();
            Progress before = one.before();
            if (before == null && row.progress().unbegun() == 0) {
                fresh.add(MessageColumns.values(row));
            } else if (before == null) {
                tried.add(MessageColumns.all(row));
            } else if (one.content() == null) {
                held.add(asItWasRead(before, MessageColumns.decided(row)));
            } else {
                again.add(asItWasRead(before, MessageColumns.all(row)));
            }
            String key = row.asked().key();
            if (row.progress().state() == MessageState.HELD) {
                session.note(Note.DUE);
            }
            if (one.content() != null) {
                long whose = whose(row);
                contents.add(new @Nullable Object[] {
                    row.asked().id(),
                    sealer.seal(whose, one.content(), Sealed.PAYLOAD),
                    sealer.seal(whose, row.asked().context(), Sealed.CONTEXT),
                    sealer.key(whose)
                });
            }
            if (key != null && one.newKey()) {
                keys.add(new Object[] {key, row.asked().id(), row.judged().at().toEpochMilli()});
            }
        }
        keys.sort((one, other) -> String.valueOf(one[0]).compareTo(String.valueOf(other[0])));
        Trip trip = new Trip(session);
        Trip.Found<Integer> ours = trip.bulk(INSERT_KEY, keys);
        Trip.Found<Integer> first = trip.bulk(INSERT, fresh);
        Trip.Found<Integer> second = trip.bulk(INSERT_TRIED, tried);
        Trip.Found<Integer> later = trip.bulk(UPDATE, again);
        Trip.Found<Integer> due = trip.bulk(DECIDE, held);
        trip.bulk(INSERT_CONTENT, contents);
        Flying.begin(trip, written.stream().map(Written::row).toList());
        FeedTable.add(session, trip, happenings);
        trip.go();
        if (ours.get() != keys.size()
                || first.get() != fresh.size()
                || second.get() != tried.size()
                || later.get() != again.size()
                || due.get() != held.size()) {
            throw new Database.LostConflict("another node took, settled or removed one of these messages first");
        }
    }

    private static Sealer sealer(Session session, List<Written> written) throws SQLException {
        return KeyTable.sealer(
                session,
                written.stream()
                        .filter(one -> one.content() != null)
                        .map(one -> whose(one.row()))
                        .toList());
    }

    private static long whose(MessageRow row) {
        return row.asked().who() == null ? KeyTable.NOBODY : row.asked().who().person();
    }

    private static List<Written> sorted(List<Written> written) {
        return written.stream()
                .sorted((one, other) ->
                        one.row().asked().id().compareTo(other.row().asked().id()))
                .toList();
    }
}
