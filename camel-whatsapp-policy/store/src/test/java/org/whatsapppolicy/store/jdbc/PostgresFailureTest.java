package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aSend;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.TestPostgres;

class PostgresFailureTest {

    private static final StoreOptions HASTY =
            StoreOptions.DEFAULTS.frozenAt(TUESDAY_9).patience(Duration.ofMillis(300));

    private final PolicyEngine engine = aDocument().engine();

    @Test
    void a_person_locked_for_too_long_is_told_and_others_are_decided_meanwhile() throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            store.activate(engine.document(), "test");
            store.inbound(ALICE, TUESDAY_9);
            try (Connection other = pool.getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("select id from person for update");
                assertThat(store.decide(List.of(aSend().to(BRUNO).build()), engine))
                        .hasOnlyElementsOfType(Admission.Decided.class);
                assertThatThrownBy(() -> store.decide(List.of(aSend().build()), engine))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("lock");
                other.rollback();
            }
            assertThat(store.decide(List.of(aSend().build()), engine)).hasOnlyElementsOfType(Admission.Decided.class);
        }
    }

    @Test
    void a_server_that_went_away_is_told_within_the_bound() throws IOException {
        TestPostgres.assumeAvailable();
        EmbeddedPostgres server = TestPostgres.start();
        HikariDataSource pool = TestPostgres.pool(server.getJdbcUrl("postgres", "postgres"), 2);
        pool.setConnectionTimeout(1_000);
        try (pool;
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            store.activate(engine.document(), "test");
            server.close();
            assertThatThrownBy(() -> store.decide(List.of(aSend().build()), engine))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("could not decide");
        }
    }

    @Test
    void a_read_only_database_is_told() {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY);
                HikariDataSource standby =
                        TestPostgres.pool(pool.getJdbcUrl() + "&options=-c%20default_transaction_read_only=on", 1)) {
            store.activate(engine.document(), "test");
            assertThatThrownBy(() -> PolicyStores.jdbc(standby, HASTY))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("takes no writes");
        }
    }

    @Test
    void a_value_that_the_database_refuses_is_no_outage() {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            store.activate(engine.document(), "test");
            assertThatThrownBy(() -> store.decide(List.of(aSend().key("slip\0").build()), engine))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("control characters");
        }
    }
}
