package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections of the user's own pool, given back as they were. */
final class PooledConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(PooledConnections.class);
    private static final Executor ON_CALLER = Runnable::run;

    private final DataSource source;
    private final Dialect dialect;
    private final int silenceMillis;

    /**
     * @param silenceMillis how long the server may say nothing before the connection is given up; more than its own bounds
     */
    PooledConnections(DataSource source, Dialect dialect, int silenceMillis) {
        this.source = source;
        this.dialect = dialect;
        this.silenceMillis = silenceMillis;
    }

    @Override
    public Session writer() throws SQLException {
        return open();
    }

    @Override
    public Session reader() throws SQLException {
        return open();
    }

    private Session open() throws SQLException {
        Connection connection = source.getConnection();
        try {
            return new Session(connection, dialect, silenceMillis);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void giveBack(Session session, boolean broken) {
        Connection connection = session.connection();
        boolean sound = false;
        try {
            if (broken) {
                // To go back to auto-commit commits what is open: half of a transaction, when an error ended it.
                dialect.rollback(session);
            }
            session.leave();
            sound = !broken || connection.isValid(1);
        } catch (SQLException e) {
            LOG.debug("A connection could not be restored before it went back to its pool", e);
        } finally {
            close(connection, sound);
        }
    }

    private static void close(Connection connection, boolean sound) {
        try (connection) {
            if (!sound) {
                connection.abort(ON_CALLER);
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back to its pool", e);
        }
    }

    @Override
    public void close() {
        // The pool is the user's.
    }
}
