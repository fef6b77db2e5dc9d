package org.whatsapppolicy.benchmarks.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** The same when the whole server goes down, which nobody else may be using. */
class PostgresCrashTest {

    private static final int SOME = 30;

    @Test
    @DisplayName("Restarted: the server crashes under load, recovers by itself, and so does the node")
    void a_server_that_crashes_and_comes_back(@TempDir Path directory) throws Exception {
        try (Postgres postgres = Postgres.start();
                PostgresSite node = new PostgresSite(postgres, directory)) {
            node.site.send(SOME);
            kill(backend(node));
            node.site.send(SOME);
            await().atMost(Site.REST).ignoreExceptions().untilAsserted(() -> node.sql("select 1"));
            node.site.send(SOME);

            node.site.judge();
        }
    }

    /** The process of one of the node's connections. */
    private static String backend(PostgresSite node) throws SQLException {
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
