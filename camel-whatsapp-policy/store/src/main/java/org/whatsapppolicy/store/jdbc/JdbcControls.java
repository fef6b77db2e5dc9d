package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.ledger.Ruling;
import org.whatsapppolicy.store.Controls;
import org.whatsapppolicy.store.jdbc.ControlTables.Place;
import org.whatsapppolicy.store.state.Address;

/** Orders in the database of the store. */
final class JdbcControls implements Controls {

    private static final String NEXT = "update installation set epoch = epoch + 1";

    private final Database database;
    private final RowIds ids;
    private final Acts acts;

    JdbcControls(Database database, RowIds ids, Acts acts) {
        this.acts = acts;
        this.database = database;
        this.ids = ids;
    }

    @Override
    public boolean stop(String scope, String by, String why) {
        return ordered("stop", scope, by, why, (session, now) -> ControlTables.stop(session, scope, now, by, why));
    }

    @Override
    public boolean resume(String scope, String by, String why) {
        boolean stood = ordered("resume", scope, by, why, (session, now) -> ControlTables.resume(session, scope));
        // Also when nothing stood: it may be the repeat of one that broke off here.
        bringBack();
        // Who decided meanwhile may stand in line behind one that was not due yet when they looked; who still does
        // decides anew.
        database.write("wait for who decided meanwhile", session -> {
            Resuming.alone(session);
            session.update(NEXT);
            return true;
        });
        bringBack();
        return stood;
    }

    private void bringBack() {
        Optional<Place> after = Optional.of(Place.FIRST);
        while (after.isPresent()) {
            Place from = after.get();
            after = database.write("bring back what was stopped", session -> ControlTables.due(session, from));
        }
    }

    @Override
    public boolean settle(UUID message, boolean sent, String by, String why) {
        Ruling ruling = sent ? Ruling.SENT : Ruling.NOT_SENT;
        return ordered(
                sent ? "settle sent" : "settle not-sent",
                message.toString(),
                by,
                why,
                (session, now) -> Settling.rule(session, List.of(message), ruling, Installation.load(session)) > 0);
    }

    @Override
    public boolean release(Recipient person, String by, String why) {
        String address = Address.of(person).key();
        return database.write("release a person", session -> {
            Instant now = Installation.load(session).now();
            boolean released = acts.reviewed(session, person, now, by, why);
            if (released) {
                ControlTables.due(session, address, now);
                session.note(Note.DUE);
                session.dialect().tellDue(session);
            }
            return released;
        });
    }

    private boolean ordered(String action, String about, String by, String why, Doing doing) {
        return database.write(action, session -> {
            // Decisions under way see either none of it or all of it.
            session.query("select epoch from installation $lock", Row::number);
            Instant now = Installation.load(session).now();
            boolean done = doing.in(session, now);
            ControlTables.record(session, ids.next(), new Order(now, by, action, about, why));
            session.update(NEXT);
            session.note(Note.DUE);
            session.dialect().tellDue(session);
            return done;
        });
    }

    @Override
    public List<Stop> stops() {
        return database.read("read what is stopped", ControlTables::stops);
    }

    @Override
    public List<Order> orders(int most) {
        return database.read("read orders", session -> ControlTables.orders(session, most));
    }

    /** What an order does; whether that changed anything. */
    @FunctionalInterface
    private interface Doing {
        boolean in(Session session, Instant now) throws SQLException;
    }
}
