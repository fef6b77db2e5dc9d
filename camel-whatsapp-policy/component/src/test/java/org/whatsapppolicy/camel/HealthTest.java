package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** A probe that asks now and then must not meet the moment in which nothing had to be written. */
@DisplayName("Promise 5: while the database takes no writes health is DOWN, whenever it is asked")
class HealthTest {

    /** Longer than an idle node rests. */
    private static final Duration A_WHILE = Duration.ofSeconds(7);

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private State health() {
        return HealthCheckHelper.invoke(rig.camel).stream()
                .filter(result -> result.getCheck().getId().contains("whatsapp-policy"))
                .map(HealthCheck.Result::getState)
                .findFirst()
                .orElseThrow();
    }

    private void staysDown() {
        await().atMost(SOON).until(() -> health() == State.DOWN);
        await().during(A_WHILE)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .failFast("it was UP in between", () -> health() != State.DOWN)
                .until(() -> health() == State.DOWN);
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static SQLiteDataSource source(Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("policy.db"));
        return source;
    }

    @Test
    @DisplayName("PostgreSQL as a standby, and nothing is held")
    void a_server_that_takes_no_writes() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                HikariDataSource pool = PostgresTest.pool(postgres)) {
            rig.store(PolicyStores.jdbc(pool, StoreOptions.DEFAULTS)).start();
            assertThat(health()).isEqualTo(State.UP);
            // One that is being opened is not evicted, and would go on to write.
            await().atMost(SOON)
                    .until(() -> pool.getHikariPoolMXBean().getTotalConnections() == pool.getMaximumPoolSize());
            run(postgres.getPostgresDatabase(), "alter database postgres set default_transaction_read_only = on");
            pool.getHikariPoolMXBean().softEvictConnections();

            staysDown();

            run(
                    postgres.getPostgresDatabase(),
                    "set default_transaction_read_only = off",
                    "alter database postgres reset default_transaction_read_only");
            pool.getHikariPoolMXBean().softEvictConnections();
            await().atMost(SOON).until(() -> health() == State.UP);
            rig.camel.stop();
        }
    }

    @Test
    @DisplayName("a file that another process writes to, and nothing is held")
    void a_file_that_is_held(@TempDir Path folder) throws Exception {
        rig.store(PolicyStores.jdbc(source(folder), StoreOptions.DEFAULTS.patience(Duration.ofMillis(100))))
                .start();
        try (Connection other = source(folder).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            staysDown();

            statement.execute("rollback");
        }
        await().atMost(SOON).until(() -> health() == State.UP);
    }

    @Test
    @DisplayName("a read-only file, once something is due: SQLite minds only who changes a row")
    void a_file_that_is_read_only(@TempDir Path folder) throws Exception {
        SQLiteDataSource file = source(folder);
        rig.store(PolicyStores.jdbc(file, StoreOptions.DEFAULTS)).start().agreed(ANA, "slip");
        rig.send("whatsapp-policy:control?action=stop&scope=all&actor=ann&why=x", null, Map.of());
        rig.slip(ANA);
        file.getConfig().setReadOnly(true);
        run(source(folder), "update message set due_at = 0");

        staysDown();

        file.getConfig().setReadOnly(false);
        await().atMost(SOON).until(() -> health() == State.UP);
    }
}
