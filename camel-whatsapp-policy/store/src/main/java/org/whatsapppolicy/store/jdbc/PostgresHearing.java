package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of due messages from other processes: one connection of the pool that listens, and is taken anew when it breaks. A
 * pooler in between may swallow notifications, so it counts as hearing only when it heard itself.
 */
final class PostgresHearing implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresHearing.class);
    private static final int TICK_MILLIS = 100;
    private static final int TICKS_TO_HEAR_ONESELF = 30;
    /** How often a silent connection is asked whether it is still there. */
    private static final int TICKS_OF_SILENCE = 200;

    private static final long SHORTEST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 60_000;
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource source;
    private final Database database;
    private final Runnable bell;
    private final String myself;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean hears;

    /** @param name its own, among all processes */
    PostgresHearing(DataSource source, Database database, Runnable bell, long name) {
        this.source = source;
        this.database = database;
        this.bell = bell;
        this.myself = "hearing " + name;
    }

    boolean hears() {
        return hears;
    }

    @Override
    public void run() {
        long pause = SHORTEST_PAUSE;
        try {
            while (open()) {
                boolean heard = once();
                pause = heard ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
                bell.run();
                boolean unused = closed.await(pause, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LinkageError e) {
            LOG.info("Due messages of other nodes are looked for, not heard of: the driver is not pgjdbc");
        } finally {
            hears = false;
            ended.countDown();
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    /** Listens until something breaks or it is closed; whether it heard anything at all. */
    private boolean once() {
        boolean heard = false;
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            try {
                connection.setAutoCommit(true);
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("Due messages of other nodes are not heard of just now: {}", e.toString());
                if (!connection.isValid(PATIENCE_SECONDS)) {
                    connection.abort(Runnable::run);
                }
            } finally {
                heard = hears;
                hears = false;
                leave(connection, autoCommit);
            }
        } catch (SQLException e) {
            LOG.debug("No connection to hear of due messages: {}", e.toString());
        }
        return heard;
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection ear = connection.unwrap(PGConnection.class);
        String ours = schema(connection);
        run(connection, "listen " + PostgresDialect.DUE);
        database.write("try notifications", session -> PostgresDialect.tell(session, myself));
        int silent = 0;
        while (open()) {
            PGNotification[] notifications = ear.getNotifications(TICK_MILLIS);
            boolean rings = false;
            silent++;
            for (PGNotification one : notifications == null ? new PGNotification[0] : notifications) {
                silent = 0;
                boolean me = one.getParameter().equals(myself);
                hears |= me;
                rings |= me || one.getParameter().equals(ours);
            }
            if (rings) {
                bell.run();
            }
            if (!hears && silent > TICKS_TO_HEAR_ONESELF) {
                throw new SQLException("found no notification of its own, expected one; is there a pooler in between?");
            }
            if (silent > TICKS_OF_SILENCE) {
                silent = 0;
                if (!connection.isValid(PATIENCE_SECONDS)) {
                    throw new SQLException("the listening connection is gone");
                }
            }
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + PostgresDialect.SCHEMA)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void leave(Connection connection, boolean autoCommit) throws SQLException {
        if (!connection.isClosed()) {
            run(connection, "unlisten *");
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends; waits a moment for the connection to be back in its pool. */
    @Override
    public void close() {
        closed.countDown();
        try {
            boolean unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
