package org.whatsapppolicy.benchmarks.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** The same when the whole server goes down, which nobody else may be using. */
@SuppressWarnings("NullAway.Init")
class PostgresCrashTest {

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
    @DisplayName("Restarted: the server crashes under load, recovers by itself, and so does the node")
    void a_server_that_crashes_and_comes_back() throws Exception {
        site.send(SOME);
        kill(backend());
        site.send(SOME);
        await().atMost(Site.REST).ignoreExceptions().untilAsserted(() -> node.sql("select 1"));
        site.send(SOME);

        site.judge();
    }

    /** The process of one of the node's connections. */
    private String backend() throws SQLException {
        try (Connection connection = node.direct.getConnection();
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
