package org.whatsapppolicy.benchmarks.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.whatsapppolicy.benchmarks.database.Postgres;

/**
 * Promises 3 to 5 while PostgreSQL is in trouble: a wait with a bound, a clear error, nothing half-taken, nothing lost or
 * sent twice. Each node is alone on its database and its road, and mostly waits.
 */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("NullAway.Init")
class PostgresTroubleTest {

    private static final int SOME = 30;

    private static Postgres postgres;

    private PostgresSite node;
    private Site site;

    @BeforeAll
    static void startServer() throws IOException {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        node = new PostgresSite(postgres, directory);
        site = node.site;
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    @DisplayName("Cut: every connection is reset and none comes about; then the network is back")
    void a_network_that_is_cut() throws Exception {
        site.send(SOME);
        node.road.refuse(true);
        node.road.cut();

        site.meets("could not");
        node.road.refuse(false);
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Slow: answers take so long that no claim lasts; what was taken goes when the network is fast again")
    void a_network_that_is_slow() throws Exception {
        node.road.delay(Duration.ofMillis(300));
        site.send(SOME);
        site.told();
        node.road.delay(Duration.ZERO);

        site.judge();
    }

    @Test
    @DisplayName("Locked: somebody holds the tables for longer than patience lasts")
    void tables_that_are_locked() throws Exception {
        try (Connection connection = node.direct.getConnection();
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
        node.sql("alter database " + name + " set default_transaction_read_only = on");
        node.road.cut();

        site.meets("takes no writes");
        try (Connection connection = node.direct.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter database " + name + " reset default_transaction_read_only");
        }
        node.road.cut();
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("M-4: the answers to commits get lost while the node lives; nothing stays unknown, nothing goes twice")
    void commits_whose_answers_are_lost() throws Exception {
        node.loseAnswers(3);
        for (int i = 0; i < SOME / 2; i++) {
            site.send(3);
            site.told();
        }
        node.loseAnswers(0);

        assertThat(node.unheard()).isPositive();
        site.judge();
    }

    @Test
    @DisplayName("M-4: also when there is no other connection for a while to ask what became of them")
    void commits_whose_answers_are_lost_before_the_network_is_away() throws Exception {
        node.loseAnswers(1);
        site.send(SOME);
        node.road.refuse(true);
        site.told();
        node.loseAnswers(0);
        node.road.refuse(false);
        site.send(SOME);

        assertThat(node.unheard()).isPositive();
        site.judge();
    }

    private String databaseName() throws SQLException {
        try (Connection connection = node.direct.getConnection()) {
            return connection.getCatalog();
        }
    }
}
