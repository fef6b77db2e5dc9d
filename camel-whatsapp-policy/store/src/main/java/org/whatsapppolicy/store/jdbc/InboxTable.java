package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.Inbox.Queued;

/** Events, and who still has to get them. A claim is a later due time: who crashes with it loses it by itself. */
final class InboxTable {

    private static final String KNOWN = "select key from inbox where key $in";
    private static final Bulk INSERT = Bulk.insert(
            "inbox",
            "on conflict do nothing",
            Bulk.number("id"),
            Bulk.text("key"),
            Bulk.number("person_id"),
            Bulk.text("kind"),
            Bulk.number("received_at"),
            Bulk.number("due_at"),
            Bulk.small("attempts"),
            Bulk.text("payload"),
            Bulk.number("key_id"));
    // Two who claim at once would each take half of a person's events: one after the other.
    private static final String ALONE = "select one from installation $lock";
    private static final String DUE = "select i.id, i.person_id, " + Sealed.columns("i")
            + ", i.payload, i.attempts from inbox i" + Sealed.join("i") + " where i.due_at <= ?"
            + " and not exists (select 1 from inbox e where e.person_id = i.person_id and e.id < i.id and e.due_at > ?)"
            + " order by i.id limit ?";
    private static final String ANY = "select 1 from inbox where due_at <= ? limit 1";
    private static final String CLAIM = "update inbox set due_at = ?, attempts = attempts + 1 where id $in";
    private static final String TAKEN = "update inbox set due_at = null, payload = null where id $in";
    // Asked of each person by itself: a join may be planned as a look at all that ever waited.
    private static final String BUSY =
            "select a.person_id from recipient_address a where a.address $in and (select i.id"
                    + " from inbox i where i.person_id = a.person_id and i.due_at is not null order by i.id limit 1) is not null";
    // Who was slow may come after another node's route took it, or its person was erased: then it has no payload any
    // more.
    private static final String AGAIN = "update inbox set due_at = ? where id $in and due_at is not null";
    private static final String DEAD = "update inbox set due_at = null, dead = ? where id = ? and due_at is not null";
    private static final String OLD =
            "select id from inbox where due_at is null and dead = ? and received_at < ? limit ?";
    private static final String FORGET = "delete from inbox where id $in";

    private InboxTable() {}

    /** Asks for those of the keys that were here before; there when the trip was made. */
    static Set<String> known(Trip trip, Collection<String> keys) {
        Set<String> known = new HashSet<>();
        trip.query(KNOWN, row -> known.add(row.text()), Keys.texts(keys));
        return known;
    }

    /** Asks for those people, by their addresses, of whom something waits or is with somebody. Their rows should be locked. */
    static Set<Long> busy(Trip trip, Collection<String> addresses) {
        Set<Long> busy = new HashSet<>();
        if (!addresses.isEmpty()) {
            trip.query(BUSY, row -> busy.add(row.number()), Keys.texts(addresses));
        }
        return busy;
    }

    /** Adds new events; how many became rows tells {@link #added}. */
    static Trip.Found<Integer> add(Trip trip, List<@Nullable Object[]> rows) {
        return trip.bulk(INSERT, rows);
    }

    static void added(Trip.Found<Integer> added, int wanted) {
        if (added.get() != wanted) {
            throw new Database.LostConflict("another node took one of these events in first");
        }
    }

    /** A route has them. */
    static void taken(Trip trip, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            trip.update(TAKEN, ids(ids));
        }
    }

    /** Whether anything is due. */
    static boolean due(Session session) throws SQLException {
        return session.first(ANY, row -> true, Installation.load(session).now()).isPresent();
    }

    static List<Queued> claim(Session session, int max, Duration lease) throws SQLException {
        session.query(ALONE, row -> true);
        Instant now = Installation.load(session).now();
        List<Queued> due = session.query(DUE, InboxTable::queued, now, now, (long) max);
        if (!due.isEmpty()) {
            session.update(
                    CLAIM, now.plus(lease), ids(due.stream().map(Queued::id).toList()));
        }
        return due;
    }

    private static Queued queued(Row row) throws SQLException {
        long id = row.number();
        Long person = row.numberOrNull();
        Opener opener = row.opener();
        String payload = Objects.requireNonNullElse(opener.open(row.text(), Sealed.INBOX), "{}");
        return new Queued(id, person, payload, row.small());
    }

    static int taken(Session session, Collection<Long> ids) throws SQLException {
        return session.update(TAKEN, ids(ids));
    }

    static int again(Session session, Collection<Long> ids, Duration after) throws SQLException {
        return session.update(AGAIN, Installation.load(session).now().plus(after), ids(ids));
    }

    static int dead(Session session, long id) throws SQLException {
        return session.update(DEAD, true, id);
    }

    static int forget(Session session, int max, boolean dead, Duration kept) throws SQLException {
        Instant before = Installation.load(session).now().minus(kept);
        List<Long> old = session.query(OLD, Row::number, dead, before, (long) max);
        return old.isEmpty() ? 0 : session.update(FORGET, ids(old));
    }

    private static Keys ids(Collection<Long> ids) {
        return Keys.numbers(ids.stream().sorted().toList());
    }
}
