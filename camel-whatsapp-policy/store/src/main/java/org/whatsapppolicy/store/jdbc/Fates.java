package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what became of transactions whose commit got no answer (M-4). Thread-safe. */
final class Fates {

    private static final Logger LOG = LoggerFactory.getLogger(Fates.class);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private final Connections connections;
    private final Dialect dialect;
    private final Duration patience;

    /** @param patience how long it is asked for again and again */
    Fates(Connections connections, Dialect dialect, Duration patience) {
        this.connections = connections;
        this.dialect = dialect;
        this.patience = patience;
    }

    /** Asks until it is known or patience is over; {@link Fate#OPEN} when it then is not. */
    Fate await(String mark) {
        long until = System.nanoTime() + patience.toNanos();
        Fate fate = look(mark);
        while ((fate == Fate.OPEN || fate == Fate.UNHEARD)
                && System.nanoTime() - until < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN);
            fate = look(mark);
        }
        return fate == Fate.UNHEARD ? Fate.OPEN : fate;
    }

    /** Asks once. */
    Fate look(String mark) {
        Session session;
        try {
            session = connections.reader();
        } catch (SQLException e) {
            LOG.debug("No connection to ask for a transaction: {}", e.toString());
            return Fate.UNHEARD;
        }
        boolean good = false;
        try {
            dialect.begin(session, false);
            Fate fate = dialect.fate(session, mark);
            dialect.rollback(session);
            good = true;
            return fate;
        } catch (SQLException e) {
            LOG.debug("A transaction could not be asked for: {}", e.toString());
            // The server refused, and so it was there; or it said nothing.
            return dialect.certainlyNotCommitted(e) ? Fate.OPEN : Fate.UNHEARD;
        } finally {
            connections.giveBack(session, !good);
        }
    }
}
