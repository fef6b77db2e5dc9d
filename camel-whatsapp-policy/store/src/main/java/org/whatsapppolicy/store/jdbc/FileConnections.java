package org.whatsapppolicy.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Our own connections to one SQLite file: one that writes, a few that read beside it. Opened when first needed. */
final class FileConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(FileConnections.class);
    private static final int READERS = 4;

    private final String url;
    private final Dialect dialect;
    private final Duration patience;
    private final Lane writers;
    private final Lane readers;
    private final Checkpoints checkpoints;

    FileConnections(Path file, Dialect dialect, Duration patience) {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.dialect = dialect;
        this.patience = patience;
        this.writers = new Lane(1);
        this.readers = new Lane(READERS);
        this.checkpoints = new Checkpoints(this::connection);
    }

    @Override
    public Session writer() throws SQLException {
        return writers.take();
    }

    @Override
    public Session reader() throws SQLException {
        return readers.take();
    }

    @Override
    public void giveBack(Session session, boolean broken) {
        Lane lane = writers.owns(session) ? writers : readers;
        lane.giveBack(session, broken);
        if (lane == writers) {
            checkpoints.written();
        }
    }

    @Override
    public void close() {
        checkpoints.close();
        writers.close();
        readers.close();
    }

    private Connection connection() throws SQLException {
        Connection connection = JDBC.createConnection(url, properties());
        if (connection == null) {
            throw new SQLException("the SQLite driver does not take " + url);
        }
        return connection;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Nobody asks for them, and the driver would ask the database after every insert.
        properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
        return properties;
    }

    private Session open() throws SQLException {
        Connection connection = connection();
        try {
            return new Session(connection, dialect, (int) patience.toMillis());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("A connection to the SQLite file could not be closed", e);
        }
    }

    /**
     * At most so many sessions; who comes when all are out waits in the order of coming, for a place and not for a session: one
     * that broke leaves its place.
     */
    private final class Lane {

        private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
        private final Set<Session> mine = ConcurrentHashMap.newKeySet();
        private final Semaphore places;
        private volatile boolean closed;

        Lane(int size) {
            this.places = new Semaphore(size, true);
        }

        boolean owns(Session session) {
            return mine.contains(session);
        }

        Session take() throws SQLException {
            await();
            boolean taken = false;
            try {
                Session session = idle.poll();
                if (closed) {
                    drop(session);
                    throw new SQLException("the store was closed");
                }
                if (session == null) {
                    session = open();
                    mine.add(session);
                }
                taken = true;
                return session;
            } finally {
                if (!taken) {
                    places.release();
                }
            }
        }

        private void await() throws SQLException {
            try {
                if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SQLTimeoutException("no connection became free within " + patience.toMillis() + " ms");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted while waiting for a connection", e);
            }
        }

        void giveBack(Session session, boolean broken) {
            if (broken) {
                drop(session);
            } else {
                idle.add(session);
            }
            places.release();
            if (closed) {
                dropIdle();
            }
        }

        private void drop(@Nullable Session session) {
            if (session != null) {
                mine.remove(session);
                closeQuietly(session);
            }
        }

        private void dropIdle() {
            for (Session session = idle.poll(); session != null; session = idle.poll()) {
                drop(session);
            }
        }

        void close() {
            closed = true;
            dropIdle();
        }
    }
}
