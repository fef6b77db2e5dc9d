package org.whatsapppolicy.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL server of its own, set so that a commit is on the disk when it returns. */
public final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private final Optional<ProcessHandle> main;

    private Postgres(EmbeddedPostgres server) throws IOException {
        this.server = server;
        this.main = main(server);
    }

    /** The first line of a file in its folder tells its process. */
    private static Optional<ProcessHandle> main(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            Path pid = Path.of(show(connection, "data_directory"), "postmaster.pid");
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pid).get(0).strip()));
        } catch (SQLException e) {
            throw new IOException("the server does not tell its folder", e);
        }
    }

    /** Starts one; everything in it is gone when it is closed. */
    public static Postgres start() throws IOException {
        return new Postgres(durable().start());
    }

    /** Starts one on what is in a folder, which stays there for the next time. */
    public static Postgres startOn(Path folder) throws IOException {
        return new Postgres(
                durable().setDataDirectory(folder).setCleanDataDirectory(false).start());
    }

    private static EmbeddedPostgres.Builder durable() {
        return (Statements.WANTED
                        ? EmbeddedPostgres.builder()
                                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                                .setServerConfig("pg_stat_statements.track_planning", "on")
                        : EmbeddedPostgres.builder())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /**
     * A new database, or the one of that name that is there, and a pool of at most {@code connections} on it; the caller closes
     * it.
     */
    public HikariDataSource pool(String database, int connections) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!there(statement, database)) {
                statement.execute("CREATE DATABASE " + database);
            }
        }
        return poolOn(database, connections);
    }

    private static boolean there(Statement statement, String database) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return row.next();
        }
    }

    /** One more pool on a database that is there; the caller closes it. */
    public HikariDataSource poolOn(String database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", database));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** The port it listens on, on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /**
     * Processor time of its processes so far, in nanoseconds by process id; of those that ended the main one knows nothing, so
     * they are missing.
     */
    public Map<Long, Long> processorNanos() {
        return main.map(ProcessHandle::descendants)
                .orElseGet(Stream::empty)
                .collect(Collectors.toMap(ProcessHandle::pid, one -> one.info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()));
    }

    /** What the server says of its own durability. */
    public static String durability(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return "fsync=" + show(connection, "fsync") + " synchronous_commit="
                    + show(connection, "synchronous_commit") + " full_page_writes="
                    + show(connection, "full_page_writes");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            return row.next() ? row.getString(1) : "?";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
