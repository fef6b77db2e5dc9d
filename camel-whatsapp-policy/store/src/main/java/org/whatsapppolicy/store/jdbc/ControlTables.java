package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.store.Controls.Order;
import org.whatsapppolicy.store.state.Judged;

/** What operators stopped, and every order of theirs. */
final class ControlTables {

    private static final String STOPS = "select scope, since, by_whom, why from stopped order by since, scope";
    private static final String STOP =
            "insert into stopped (scope, since, by_whom, why) values (?, ?, ?, ?) on conflict do nothing";
    private static final String RESUME = "delete from stopped where scope = ?";
    private static final int AT_ONCE = 2_000;
    private static final UUID LAST = new UUID(-1, -1);
    static final String LATER = "select id, due_at, reasons from message where state = 'HELD'"
            + " and (due_at, id) > (?, ?) and " + Claiming.BEFORE_DOUBT + " order by due_at, id limit ?";
    private static final String DUE =
            "update message set due_at = ?, not_before = ? where id $in and state = 'HELD' and due_at > ?";
    private static final String DUE_OF_PERSON = "update message set due_at = ?, not_before = ? where state = 'HELD'"
            + " and due_at > ? and person_id = (select person_id from recipient_address where address = ?)";
    private static final String ORDER =
            "insert into audit_entry (id, ordered_at, by_whom, action, about, why)" + " values (?, ?, ?, ?, ?, ?)";
    private static final String ORDERS = "select ordered_at, by_whom, action, about, why from audit_entry"
            + " order by ordered_at desc, id desc limit ?";

    private ControlTables() {}

    static List<Stop> stops(Session session) throws SQLException {
        return session.query(STOPS, row -> new Stop(row.text(), row.instant(), row.text(), row.text()));
    }

    static boolean stop(Session session, String scope, Instant now, String by, String why) throws SQLException {
        return session.update(STOP, scope, now, by, why) > 0;
    }

    static boolean resume(Session session, String scope) throws SQLException {
        Resuming.alone(session);
        return session.update(RESUME, scope) > 0;
    }

    /**
     * Makes due what was held because of a stop, some of it: a million rows in one transaction would stand in everybody's way.
     * What another stop covers as well is decided again too, and held again; so is what stood in line behind it.
     *
     * @param after where the part before ended
     * @return where this part ended, or empty when it was the last
     */
    static Optional<Place> due(Session session, Place after) throws SQLException {
        Instant now = Installation.load(session).now();
        Place from = after.due.isAfter(now) ? after : new Place(now, LAST);
        List<UUID> freed = new ArrayList<>();
        List<Place> seen = session.query(
                LATER,
                row -> {
                    UUID id = row.id();
                    Instant due = row.instant();
                    String reasons = row.text();
                    if (waitsForResume(reasons)) {
                        freed.add(id);
                    }
                    return new Place(due, id);
                },
                from.due,
                from.id,
                (long) AT_ONCE);
        if (!freed.isEmpty()) {
            session.update(DUE, now, now, Keys.ids(freed.stream().sorted().toList()), now);
            session.note(Note.DUE);
            session.dialect().tellDue(session);
        }
        return seen.size() < AT_ONCE ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
    }

    /** As the text has them: a million rows are looked at, and few are freed. */
    private static boolean waitsForResume(String reasons) {
        return Judged.FREED_BY_RESUME.stream().anyMatch(code -> reasons.contains("\"code\":\"" + code + "\""));
    }

    /** Makes due whatever is held for the person who has the address. */
    static void due(Session session, String address, Instant now) throws SQLException {
        session.update(DUE_OF_PERSON, now, now, now, address);
    }

    /** Where a message stands among those that are held. */
    record Place(Instant due, UUID id) {
        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    static void record(Session session, long id, Order order) throws SQLException {
        session.update(ORDER, id, order.at(), order.by(), order.action(), order.about(), order.why());
    }

    static List<Order> orders(Session session, int most) throws SQLException {
        return session.query(
                ORDERS, row -> new Order(row.instant(), row.text(), row.text(), row.text(), row.text()), (long) most);
    }
}
