package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import org.whatsapppolicy.store.PolicyStore.TokenLease;
import org.whatsapppolicy.store.state.Gcra;

/** The rate of each sender (M-7). Runs on real time, also where the store lives in virtual time: wires do. */
final class Senders {

    private static final String MAKE = "insert into sender (name, free_at_nanos) values (?, 0) on conflict do nothing";
    private static final String LOAD = "select free_at_nanos from sender where name = ? $lock";
    private static final String SAVE = "update sender set free_at_nanos = ? where name = ?";

    private Senders() {}

    static TokenLease take(Session session, String sender, int perSecond, int wanted) throws SQLException {
        Long known = session.first(LOAD, Row::number, sender).orElse(null);
        if (known == null) {
            session.update(MAKE, sender);
            known = session.first(LOAD, Row::number, sender).orElse(0L);
        }
        Instant now = session.dialect().clock(session);
        Gcra taken = Gcra.take(known, now.getEpochSecond() * 1_000_000_000L + now.getNano(), perSecond, wanted);
        session.update(SAVE, taken.tat(), sender);
        return taken.lease();
    }
}
