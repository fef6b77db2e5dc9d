package org.whatsapppolicy.store.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One real PostgreSQL for all tests of a JVM, with fsync and synchronous_commit on; a schema of its own for each caller.
 * Started when first asked for, stopped with the JVM. Works as root where user namespaces are allowed; where it cannot start,
 * tests are skipped and say so, unless {@code -Dtest.postgres.required=true}.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String broken;

    private TestPostgres() {}

    /** A pool on a fresh, empty schema. The caller closes it. */
    public static HikariDataSource freshDatabase() {
        return freshDatabase(8);
    }

    /** The same with so many connections at most. */
    public static HikariDataSource freshDatabase(int connections) {
        String url = server().getJdbcUrl("postgres", "postgres");
        // A schema is a hundred times cheaper than a database, and the store needs no more.
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the test schema could not be created", e);
        }
        return pool(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name, connections);
    }

    /** Whether any transaction of the server waits for another; asked over a connection of the caller's. */
    public static boolean somebodyWaits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select 1 from pg_locks where not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A server of its own, for tests that stop it. */
    public static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    /** A pool on the database of the URL. */
    public static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setPoolName("test");
        return new HikariDataSource(config);
    }

    /** Skips the calling test where no server can run. */
    public static void assumeAvailable() {
        server();
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null && broken == null) {
            try {
                server = start();
            } catch (IOException | RuntimeException e) {
                broken = e.toString();
            }
        }
        if (server != null) {
            return server;
        }
        String why = "PostgreSQL could not start (as root it needs user namespaces): " + broken;
        if (Boolean.getBoolean("test.postgres.required")) {
            throw new IllegalStateException(why);
        }
        throw new TestAbortedException(why);
    }
}
