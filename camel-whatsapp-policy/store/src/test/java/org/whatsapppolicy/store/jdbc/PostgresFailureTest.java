package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.OutOfMemory;
import org.whatsapppolicy.store.kit.TestPostgres;

class PostgresFailureTest {

    private static final StoreOptions HASTY =
            StoreOptions.DEFAULTS.frozenAt(TUESDAY_9).patience(Duration.ofMillis(300));

    private static final Receipt STOP = new Receipt(
            "m:1",
            "message",
            ALICE,
            TUESDAY_9,
            new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)),
            null,
            "{}");

    private final PolicyEngine engine = aDocument().engine();

    @Test
    @DisplayName("Promise 5: while there is no connection, how long one waits does not grow with how many do")
    void those_behind_a_batch_that_found_no_connection_are_told_with_it() throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase(1);
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            pool.setConnectionTimeout(300);
            List<Runnable> writers = new ArrayList<>();
            GroupCommit group = new GroupCommit(store, () -> engine, writers::add, 1, 1_000);
            List<CompletableFuture<Admission>> all = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                all.add(group.decide(aSend().build()));
            }
            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isClosed()).isFalse();
                writers.get(0).run();
            }
            assertThat(all.subList(0, 256)).allSatisfy(one -> assertThatThrownBy(one::join)
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining("waited behind others"));
            assertThat(all.subList(256, 600)).allSatisfy(one -> assertThatThrownBy(one::join)
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("waited behind others"));
        }
    }

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
    @DisplayName("A deadlock with somebody else's transaction costs a second try, and no error")
    void a_deadlock_is_tried_again() throws Exception {
        ConsentAct stop = new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9));
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS.frozenAt(TUESDAY_9))) {
            store.inbound(ALICE, TUESDAY_9);
            store.inbound(BRUNO, TUESDAY_9);
            try (Connection other = pool.getConnection();
                    Statement statement = other.createStatement()) {
                List<String> inOrder = people(statement);
                other.setAutoCommit(false);
                // The other one must not be the one who finds the circle.
                statement.execute("set local deadlock_timeout = '60s'");
                statement.execute(lock(inOrder.get(1)));
                CompletableFuture<List<Consents.Effect>> recorded = CompletableFuture.supplyAsync(
                        () -> store.record(List.of(new PersonAct(ALICE, stop), new PersonAct(BRUNO, stop))));
                awaitSomebodyWaiting(pool);
                statement.execute(lock(inOrder.get(0)));
                other.commit();

                assertThat(recorded.get(60, TimeUnit.SECONDS)).containsOnly(Consents.Effect.APPLIED);
            }
            assertThat(deadlocks(pool)).isPositive();
        }
    }

    /** In the order in which the store locks them. */
    private static List<String> people(Statement statement) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select id from person order by id")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static String lock(String person) {
        return "select id from person where id = " + person + " for update";
    }

    private static void awaitSomebodyWaiting(HikariDataSource pool) throws SQLException {
        try (Connection looking = pool.getConnection()) {
            while (!TestPostgres.somebodyWaits(looking)) {
                Thread.onSpinWait();
            }
        }
    }

    private static long deadlocks(HikariDataSource pool) throws SQLException {
        try (Connection looking = pool.getConnection();
                Statement statement = looking.createStatement();
                ResultSet row = statement.executeQuery(
                        "select deadlocks from pg_stat_database where datname = current_database()")) {
            return row.next() ? row.getLong(1) : 0;
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
    @DisplayName("Promise 5: a server that is slower than the patience is told so, and nothing is taken")
    void a_server_that_is_too_slow_is_told() throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            store.activate(engine.document(), "test");
            onEachMessage(pool, "perform pg_sleep(5)");

            assertThatThrownBy(() -> store.decide(List.of(aSend().build()), engine))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("the server was too slow");

            assertNothingTaken(pool);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53200", "53300", "53400"})
    void a_server_without_memory_or_connections_is_told(String code) throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
            store.activate(engine.document(), "test");
            onEachMessage(pool, "raise exception 'no room' using errcode = '" + code + "'");

            assertThatThrownBy(() -> store.decide(List.of(aSend().build()), engine))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("out of memory or connections");

            assertNothingTaken(pool);
        }
    }

    private static void onEachMessage(DataSource database, String does) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create function troubled() returns trigger language plpgsql as $$ begin " + does
                    + "; return new; end $$");
            statement.execute(
                    "create trigger troubled before insert on message for each row execute function troubled()");
        }
    }

    private static void assertNothingTaken(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from message")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @Test
    void a_server_that_is_too_old_is_told_with_its_version() {
        DatabaseMetaData twelve = answering(
                DatabaseMetaData.class, Map.of("getDatabaseProductName", "PostgreSQL", "getDatabaseMajorVersion", 12));
        Connection connection = answering(Connection.class, Map.of("getMetaData", twelve));
        DataSource old = answering(DataSource.class, Map.of("getConnection", connection));

        assertThatThrownBy(() -> PolicyStores.jdbc(old, HASTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found PostgreSQL 12, expected 13 or later");
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                PostgresFailureTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into consent_event", "commit"})
    @DisplayName("M-8: what an error of the machine cut off half-way leaves nothing, and its redelivery is a fresh one")
    void an_error_half_way_leaves_nothing(String where) {
        try (HikariDataSource pool = TestPostgres.freshDatabase()) {
            OutOfMemory memory = new OutOfMemory(pool);
            try (PolicyStore store = PolicyStores.jdbc(memory.source(), HASTY)) {
                store.inbound(ALICE, TUESDAY_9);
                memory.at(where);
                assertThatThrownBy(() -> store.inbox().receive(List.of(STOP))).isInstanceOf(OutOfMemoryError.class);

                assertThat(store.inbox().receive(List.of(STOP))).containsExactly(true);
                assertThat(store.lookup(ALICE, Duration.ZERO).consents().optOuts())
                        .hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("A schema that cannot be read is told as that, and not as one whose scripts are missing")
    void a_schema_that_cannot_be_read_is_not_missing() throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY);
                Connection other = pool.getConnection();
                Statement statement = other.createStatement()) {
            store.activate(engine.document(), "test");
            other.setAutoCommit(false);
            statement.execute("lock table whatsapp_policy_schema in access exclusive mode");

            assertThatThrownBy(() -> PolicyStores.jdbc(pool, HASTY.withoutSchema()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("read the schema version");
            other.rollback();
        }
    }

    @Test
    void a_user_without_rights_is_told() throws SQLException {
        try (HikariDataSource pool = TestPostgres.freshDatabase();
                PolicyStore store = PolicyStores.jdbc(pool, HASTY);
                Connection owner = pool.getConnection();
                Statement statement = owner.createStatement()) {
            store.activate(engine.document(), "test");
            statement.execute("create role without_rights");
            statement.execute("grant usage on schema " + owner.getSchema() + " to without_rights");
            try (HikariDataSource guest =
                    TestPostgres.pool(pool.getJdbcUrl() + "&options=-c%20role=without_rights", 1)) {
                assertThatThrownBy(() -> PolicyStores.jdbc(guest, HASTY.withoutSchema()))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("lacks a right");
            } finally {
                statement.execute("drop owned by without_rights");
                statement.execute("drop role without_rights");
            }
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
