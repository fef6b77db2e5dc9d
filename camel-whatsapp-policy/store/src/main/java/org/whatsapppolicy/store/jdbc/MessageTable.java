package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.store.state.Fold.Stored;
import org.whatsapppolicy.store.state.Fold.Written;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Progress;

/** Messages with their content and their keys. */
final class MessageTable {

    private static final String NAMES = Stream.of(MessageColumns.COLUMNS)
            .map(column -> "m." + column.name())
            .collect(Collectors.joining(", "));
    private static final String SELECT = "select c.payload, c.context, " + NAMES
            + " from message m left join message_content c on c.message_id = m.id where m.id ";
    private static final String BY_IDS = SELECT + "$in";
    private static final String KEYS = "select key, message_id from idempotency_key where key $in";
    private static final String ONE = SELECT + "= ?";
    private static final String SENT = "select person_id, purpose, category, proactive, decided_at, counts_to"
            + " from message where person_id $in and decided_at > ? and counts_to > ?";

    private static final Bulk INSERT = Bulk.insert("message", "on conflict do nothing", MessageColumns.COLUMNS);
    private static final Bulk UPDATE = Bulk.update("message", MessageColumns.COLUMNS);
    private static final Bulk INSERT_CONTENT = Bulk.insert(
            "message_content",
            "on conflict (message_id) do update set payload = excluded.payload, context = excluded.context",
            Bulk.id("message_id"),
            Bulk.text("payload"),
            Bulk.text("context"));
    private static final Bulk INSERT_KEY = Bulk.insert(
            "idempotency_key",
            "on conflict do nothing",
            Bulk.text("key"),
            Bulk.id("message_id"),
            Bulk.number("recorded_at"));

    private MessageTable() {}

    static Optional<MessageRow> one(Session session, UUID id) throws SQLException {
        return session.first(ONE, MessageTable::stored, id).map(Stored::row);
    }

    /** What the route's own keys stand for. */
    static Map<String, UUID> keys(Session session, Collection<String> keys) throws SQLException {
        Map<String, UUID> known = new HashMap<>();
        if (!keys.isEmpty()) {
            session.query(KEYS, row -> known.put(row.text(), row.id()), Keys.texts(keys));
        }
        return known;
    }

    static List<Stored> known(Session session, Collection<UUID> ids) throws SQLException {
        return session.query(BY_IDS, MessageTable::stored, Keys.ids(ids));
    }

    private static Stored stored(Row row) throws SQLException {
        String payload = row.textOrNull();
        String context = row.textOrNull();
        return new Stored(MessageColumns.read(row, context), payload);
    }

    /** What counts against caps, by person. */
    static Map<Long, List<SentMessage>> sent(Session session, Collection<Long> people, Instant since)
            throws SQLException {
        Map<Long, List<SentMessage>> sent = new HashMap<>();
        if (!people.isEmpty()) {
            session.query(
                    SENT,
                    row -> sent.computeIfAbsent(row.number(), id -> new ArrayList<>())
                            .add(sentMessage(row)),
                    Keys.numbers(people),
                    since.minus(Progress.LONGEST_WAY),
                    since);
        }
        return sent;
    }

    private static SentMessage sentMessage(Row row) throws SQLException {
        return new SentMessage(row.text(), Category.valueOf(row.text()), row.flag(), row.instant(), row.instant());
    }

    /** Writes what a batch decided. */
    static void write(Session session, List<Written> written) throws SQLException {
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> again = new ArrayList<>();
        List<@Nullable Object[]> contents = new ArrayList<>();
        List<@Nullable Object[]> keys = new ArrayList<>();
        for (Written one : sorted(written)) {
            MessageRow row = one.row();
            (one.fresh() ? fresh : again).add(MessageColumns.values(row));
            String key = row.asked().key();
            if (one.content() != null) {
                contents.add(new @Nullable Object[] {
                    row.asked().id(), one.content(), row.asked().context()
                });
            }
            if (key != null && one.newKey()) {
                keys.add(new Object[] {key, row.asked().id(), row.judged().at().toEpochMilli()});
            }
        }
        keys.sort((one, other) -> String.valueOf(one[0]).compareTo(String.valueOf(other[0])));
        if (session.bulk(INSERT_KEY, keys) != keys.size() || session.bulk(INSERT, fresh) != fresh.size()) {
            throw new Database.LostConflict("another node took one of these messages first");
        }
        session.bulk(UPDATE, again);
        session.bulk(INSERT_CONTENT, contents);
    }

    private static List<Written> sorted(List<Written> written) {
        return written.stream()
                .sorted((one, other) ->
                        one.row().asked().id().compareTo(other.row().asked().id()))
                .toList();
    }
}
