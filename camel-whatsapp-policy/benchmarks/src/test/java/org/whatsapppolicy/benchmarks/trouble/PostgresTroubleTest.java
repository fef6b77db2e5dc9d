package org.whatsapppolicy.benchmarks.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.wire.CommitTap;
import org.whatsapppolicy.benchmarks.chaos.wire.Road;
import org.whatsapppolicy.benchmarks.chaos.wire.Wire;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** Promises 3 to 5 while PostgreSQL is in trouble: a wait with a bound, a clear error, nothing half-taken, nothing lost or sent twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PostgresTroubleTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int SOME = 30;

    private Postgres postgres;
    private Wire wire;
    private Road road;
    private HikariDataSource direct;
    private HikariDataSource pool;
    private Site site;
    /** Every so many commits the answer gets lost; 0 for never. */
    private volatile int lost;

    @BeforeAll
    void startServer() throws IOException {
        postgres = Postgres.start();
        wire = new Wire();
    }

    @AfterAll
    void stopServer() throws IOException {
        wire.close();
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        lost = 0;
        String name = "trouble" + NAMES.incrementAndGet();
        direct = postgres.pool(name, 2);
        AtomicInteger commits = new AtomicInteger();
        road = wire.road(
                false,
                () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), postgres.port()),
                () -> new CommitTap(() -> lost == 0 || commits.incrementAndGet() % lost != 0));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:postgresql://127.0.0.1:" + road.port() + "/" + name + "?user=postgres&connectTimeout=2");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(Site.PATIENCE.toMillis());
        pool = new HikariDataSource(config);
        site = new Site(directory, PolicyStores.jdbc(pool, Site.OPTIONS), direct);
    }

    @AfterEach
    void close() {
        site.close();
        pool.close();
        direct.close();
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Test
    @DisplayName("Restarted: the server crashes under load, recovers by itself, and so does the node")
    void a_server_that_crashes_and_comes_back() throws Exception {
        site.send(SOME);
        kill(backend());
        site.send(SOME);
        await().atMost(Site.REST).ignoreExceptions().untilAsserted(() -> sql("select 1"));
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Cut: every connection is reset and none comes about; then the network is back")
    void a_network_that_is_cut() throws Exception {
        site.send(SOME);
        road.refuse(true);
        road.cut();

        site.meets("could not");
        road.refuse(false);
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Slow: answers take so long that no claim lasts; what was taken goes when the network is fast again")
    void a_network_that_is_slow() throws Exception {
        road.delay(Duration.ofMillis(300));
        site.send(SOME);
        site.told();
        road.delay(Duration.ZERO);

        site.judge();
    }

    @Test
    @DisplayName("Locked: somebody holds the tables for longer than patience lasts")
    void tables_that_are_locked() throws Exception {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table message in exclusive mode");
            site.meets("a lock was held for too long");
            connection.rollback();
        }
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Read-only: the database takes no writes for a while, as after a failover to a standby")
    void a_database_that_takes_no_writes() throws Exception {
        String name = databaseName();
        site.send(SOME);
        sql("alter database " + name + " set default_transaction_read_only = on");
        road.cut();

        site.meets("takes no writes");
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter database " + name + " reset default_transaction_read_only");
        }
        road.cut();
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("M-4: the answers to commits get lost while the node lives; nothing stays unknown, nothing goes twice")
    void commits_whose_answers_are_lost() throws Exception {
        lost = 3;
        for (int i = 0; i < SOME / 2; i++) {
            site.send(3);
            site.told();
        }
        lost = 0;

        site.judge();
    }

    @Test
    @DisplayName("M-4: also when there is no other connection for a while to ask what became of them")
    void commits_whose_answers_are_lost_before_the_network_is_away() throws Exception {
        lost = 1;
        site.send(SOME);
        road.refuse(true);
        site.told();
        lost = 0;
        road.refuse(false);
        site.send(SOME);

        site.judge();
    }

    private String databaseName() throws SQLException {
        try (Connection connection = direct.getConnection()) {
            return connection.getCatalog();
        }
    }

    /** The process of one of the node's connections. */
    private String backend() throws SQLException {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_activity where datname ="
                        + " current_database() and pid <> pg_backend_pid() order by backend_start desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Ends a process of the server so that all of it starts again and recovers from its log. */
    private static void kill(String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-9", pid).start().waitFor()).isZero();
    }
}
