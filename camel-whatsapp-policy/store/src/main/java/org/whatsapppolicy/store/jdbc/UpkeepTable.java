package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.ledger.Keeping;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Upkeep.Kind;
import org.whatsapppolicy.store.Upkeep.Page;
import org.whatsapppolicy.store.state.Archived;

/**
 * Finds and removes what is past its retention. Rows are walked in the order of their ids, which is the order in which messages were
 * taken: no index has to be kept for it, and the walk ends at the first page on which nothing was taken long enough ago.
 */
final class UpkeepTable {

    static final String NIL = new UUID(0, 0).toString();
    private static final String STANDING =
            "m.id, m.state, m.due_at is not null, m.counts_to is not null, m.earlier is not null, m.changed_at, m.taken_at";
    static final String PAYLOADS = "select " + STANDING + " from message_content c"
            + " join message m on m.id = c.message_id where c.message_id > ? order by c.message_id limit ?";
    static final String DECISIONS = "select " + STANDING + " from message m where m.id > ? order by m.id limit ?";
    static final String KEYS = "select k.key, m.id from idempotency_key k"
            + " left join message m on m.id = k.message_id where k.key > ? order by k.key limit ?";
    private static final String LOCK =
            "select " + STANDING + ", m.idempotency_key from message m where m.id $in order by m.id $lock $skip";
    private static final String NO_PAYLOAD = "delete from message_content where message_id $in";
    private static final String NO_KEY = "delete from idempotency_key where key $in and message_id $in";
    private static final String NO_MESSAGE = "delete from message where id $in";
    // A lease that lasts longer than one given now was given before the clock stepped back.
    private static final String LEAD = "update upkeep set leader = ?, lead_until = ?"
            + " where leader is null or leader = ? or lead_until < ? or lead_until > ?";
    private static final String LEAVE = "update upkeep set leader = null, lead_until = null where leader = ?";

    private UpkeepTable() {}

    static boolean lead(Session session, String node, Duration lease) throws SQLException {
        Instant now = Installation.load(session).now();
        Instant end = now.plus(lease);
        return session.update(LEAD, node, end, node, now, end) > 0;
    }

    static int leave(Session session, String node) throws SQLException {
        return session.update(LEAVE, node);
    }

    static Page look(Session session, Kind kind, Retention retention, @Nullable String after, int max)
            throws SQLException {
        if (kind == Kind.KEY) {
            return keys(session, after == null ? "" : after, max);
        }
        Duration shortest = shortest(kind, retention);
        if (shortest == null) {
            return Page.END;
        }
        Instant now = Installation.load(session).now();
        List<Standing> rows = session.query(
                kind == Kind.PAYLOAD ? PAYLOADS : DECISIONS,
                UpkeepTable::standing,
                UUID.fromString(after == null ? NIL : after),
                (long) max);
        boolean more = rows.size() == max
                && rows.stream().anyMatch(row -> !row.taken.plus(shortest).isAfter(now));
        return new Page(
                rows.stream()
                        .filter(row -> row.past(kind, retention, now))
                        .map(row -> row.id.toString())
                        .toList(),
                more ? rows.get(max - 1).id.toString() : null);
    }

    private static @Nullable Duration shortest(Kind kind, Retention retention) {
        return switch (kind) {
            case PAYLOAD -> retention.payload();
            case DECISION -> retention.decisions().shortest().orElse(null);
            case KEY, HOPE -> Keeping.LONGEST_LIFE;
        };
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.id(),
                MessageState.valueOf(row.text()),
                row.flag(),
                row.flag(),
                row.flag(),
                row.instant(),
                row.instant());
    }

    private static Page keys(Session session, String after, int max) throws SQLException {
        List<String> gone = new ArrayList<>();
        List<String> all = session.query(
                KEYS,
                row -> {
                    String key = row.text();
                    if (row.idOrNull() == null) {
                        gone.add(key);
                    }
                    return key;
                },
                after,
                (long) max);
        return new Page(gone, all.size() < max ? null : all.get(max - 1));
    }

    static List<Map<String, Object>> told(Session session, Kind kind, Collection<String> ids) throws SQLException {
        if (kind == Kind.KEY || kind == Kind.HOPE) {
            return List.of();
        }
        List<Map<String, Object>> told = new ArrayList<>();
        MessageTable.byIds(session, uuids(ids)).forEach(stored -> {
            if (kind == Kind.DECISION) {
                told.add(Archived.decision(stored.row()));
            } else if (stored.content() != null) {
                told.add(Archived.payload(stored.row(), stored.content()));
            }
        });
        return told;
    }

    static int remove(Session session, Kind kind, Retention retention, Collection<String> ids) throws SQLException {
        if (kind == Kind.KEY) {
            return MessageTable.free(session, ids);
        }
        if (kind == Kind.HOPE) {
            return Hopes.end(session, uuids(ids));
        }
        Instant now = Installation.load(session).now();
        List<UUID> past = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        session.query(
                LOCK,
                row -> {
                    Standing standing = standing(row);
                    String key = row.textOrNull();
                    if (standing.past(kind, retention, now)) {
                        past.add(standing.id);
                        keys.addAll(key == null ? List.of() : List.of(key));
                    }
                    return true;
                },
                Keys.ids(uuids(ids)));
        if (past.isEmpty()) {
            return 0;
        }
        int payloads = session.update(NO_PAYLOAD, Keys.ids(past));
        if (kind == Kind.PAYLOAD) {
            return payloads;
        }
        session.update(NO_KEY, Keys.texts(keys.stream().sorted().toList()), Keys.ids(past));
        return session.update(NO_MESSAGE, Keys.ids(past));
    }

    private static List<UUID> uuids(Collection<String> ids) {
        return ids.stream().map(UUID::fromString).sorted().toList();
    }

    /** Where a message stands, and since when. */
    private record Standing(
            UUID id,
            MessageState state,
            boolean awaited,
            boolean counts,
            boolean earlier,
            Instant changed,
            Instant taken) {
        boolean past(Kind kind, Retention retention, Instant now) {
            return switch (kind) {
                case PAYLOAD -> Keeping.payloadPast(retention, state, awaited, changed, now);
                case DECISION -> Keeping.decisionPast(retention, Keeping.keptAs(state, counts, earlier), changed, now);
                case HOPE -> Keeping.neverDelivered(state, changed, now);
                case KEY -> false;
            };
        }
    }
}
