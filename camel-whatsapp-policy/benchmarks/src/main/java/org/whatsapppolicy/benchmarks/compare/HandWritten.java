package org.whatsapppolicy.benchmarks.compare;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.benchmarks.database.Sqlite;

/** The route of {@code routes/hand-written.yaml} and what it needs: tables, pools, consent of everybody. */
final class HandWritten {

    private static final int BATCH = 1000;

    private HandWritten() {}

    static Contestant onSqlite(Setting setting) throws Exception {
        HikariDataSource readers = Sqlite.pool(setting.directory().resolve("hand-written.db"), 8);
        // SQLite lets one write at a time: queueing in the pool is far quicker than polling for the file's lock.
        HikariDataSource writer = Sqlite.pool(setting.directory().resolve("hand-written.db"), 1);
        return start(
                "hand-sqlite", "hand-written route on SQLite", Sqlite.durability(writer), setting, readers, writer);
    }

    static Contestant onPostgres(Setting setting, Postgres server) throws Exception {
        HikariDataSource pool = server.pool("hand_written", 32);
        return start(
                "hand-postgres", "hand-written route on PostgreSQL", Postgres.durability(pool), setting, pool, pool);
    }

    private static Contestant start(
            String name,
            String description,
            String durability,
            Setting setting,
            HikariDataSource consents,
            HikariDataSource sent)
            throws Exception {
        prepare(sent, new People(setting.people()));
        CamelContestant contestant = new CamelContestant(name, description, durability, setting.inFlight(), () -> {
            consents.close();
            sent.close();
        });
        HttpComponent http = contestant.context().getComponent("http", HttpComponent.class);
        http.setConnectionsPerRoute(setting.inFlight());
        http.setMaxTotalConnections(setting.inFlight());
        return contestant
                .bind("consentDatabase", consents)
                .bind("sentSlips", new JdbcMessageIdRepository(sent, "slips"))
                .property("platform", setting.platform().baseUri())
                .property("number", setting.platform().number())
                .property("token", setting.platform().token())
                .start("hand-written.yaml");
    }

    private static void prepare(HikariDataSource database, People people) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE consent (phone VARCHAR(20), purpose VARCHAR(50), granted_at TIMESTAMP,"
                        + " withdrawn_at TIMESTAMP, PRIMARY KEY (phone, purpose))");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO consent VALUES (?, 'payment-slip', ?, NULL)")) {
                Timestamp granted = Timestamp.from(Instant.EPOCH);
                for (int i = 0; i < people.count(); i++) {
                    insert.setString(1, people.phone(i));
                    insert.setTimestamp(2, granted);
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }
}
