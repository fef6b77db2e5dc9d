package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.store.Controls.Order;

/** What operators stopped, and every order of theirs. */
final class ControlTables {

    private static final String STOPS = "select scope, since, by_whom, why from stopped order by since, scope";
    private static final String STOP =
            "insert into stopped (scope, since, by_whom, why) values (?, ?, ?, ?) on conflict do nothing";
    private static final String RESUME = "delete from stopped where scope = ?";
    // What another stop covers as well is decided again too, and held again; so is what stands in line behind what is
    // not.
    private static final String DUE = "update message set due_at = ?, not_before = ? where state = 'HELD'"
            + " and (reasons like '%\"code\":\"stopped\"%' or reasons like '%\"code\":\"in-order\"%')";
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

    static boolean resume(Session session, String scope, Instant now) throws SQLException {
        boolean stood = session.update(RESUME, scope) > 0;
        if (stood) {
            session.update(DUE, now, now);
        }
        return stood;
    }

    static void record(Session session, long id, Order order) throws SQLException {
        session.update(ORDER, id, order.at(), order.by(), order.action(), order.about(), order.why());
    }

    static List<Order> orders(Session session, int most) throws SQLException {
        return session.query(
                ORDERS, row -> new Order(row.instant(), row.text(), row.text(), row.text(), row.text()), (long) most);
    }
}
