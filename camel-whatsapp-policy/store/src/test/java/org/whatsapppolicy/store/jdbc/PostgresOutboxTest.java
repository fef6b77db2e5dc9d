package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Outbox;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.StoreKit;
import org.whatsapppolicy.store.kit.Stores;

/** M-9: messages in transactions of others. */
class PostgresOutboxTest extends StoreKit {

    private Outbox outbox;
    private PolicyEngine taking;
    private Connection route;

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @BeforeEach
    void begin() throws SQLException {
        outbox = store.outbox().orElseThrow();
        taking = engine.taking();
        route = transaction();
        execute(route, "create table billed (id integer)");
        route.commit();
    }

    @AfterEach
    void end() throws SQLException {
        if (route != null) {
            route.close();
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = Objects.requireNonNull(stores.tables());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection look = Objects.requireNonNull(stores.tables());
                Statement statement = look.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    @DisplayName("M-9: a message is due when the route's transaction commits, and not before")
    void commit() throws SQLException {
        SendRequest request = aSend().key("slip-1").build();
        Admission answer = outbox.put(route, request, taking);
        assertThat(answer).isInstanceOfSatisfying(Admission.Decided.class, decided -> assertThat(
                        decided.decision().verdict())
                .isEqualTo(Verdict.DEFER));
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        route.commit();
        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::id).containsExactly(request.id());
    }

    @Test
    @DisplayName("M-9: after a rollback the message, its person and its key never existed")
    void rollback() throws SQLException {
        outbox.put(route, aSend().key("slip-1").build(), taking);
        route.rollback();
        assertThat(store.nextDue()).isEmpty();
        for (String table :
                List.of("message", "message_content", "idempotency_key", "person", "recipient_address", "event")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    @DisplayName("S-37: a key that is taken is an answer, and the transaction goes on")
    void repeat() throws SQLException {
        outbox.put(route, aSend().key("slip-1").build(), taking);
        route.commit();
        execute(route, "insert into billed values (1)");
        assertThat(outbox.put(route, aSend().key("slip-1").build(), taking)).isInstanceOf(Admission.Repeated.class);
        assertThat(outbox.put(route, aSend().to(BRUNO).key("slip-1").build(), taking))
                .isInstanceOf(Admission.Conflict.class);
        route.commit();
        assertThat(count("billed")).isOne();
        assertThat(count("message")).isOne();
    }

    @Test
    @DisplayName("S-37: twice in one transaction is once")
    void repeat_within() throws SQLException {
        outbox.put(route, aSend().key("slip-1").build(), taking);
        assertThat(outbox.put(route, aSend().key("slip-1").build(), taking)).isInstanceOf(Admission.Repeated.class);
        route.commit();
        assertThat(count("message")).isOne();
    }

    @Test
    @DisplayName("S-37: who has the same key in another transaction waits for its end: after a commit it is a repeat")
    void two_transactions_first_commits() throws Exception {
        assertThat(racing(Connection::commit)).isInstanceOf(Admission.Repeated.class);
        assertThat(count("message")).isOne();
    }

    @Test
    @DisplayName("S-37: and after a rollback the key is free")
    void two_transactions_first_rolls_back() throws Exception {
        assertThat(racing(Connection::rollback)).isInstanceOf(Admission.Decided.class);
        assertThat(count("message")).isOne();
    }

    private Admission racing(End end) throws Exception {
        try (Connection other = transaction()) {
            outbox.put(route, aSend().key("slip-1").build(), taking);
            CompletableFuture<Admission> second = CompletableFuture.supplyAsync(
                    () -> outbox.put(other, aSend().key("slip-1").build(), taking));
            Awaitility.await().atMost(PATIENCE).until(() -> waiting() > 0);
            end.of(route);
            Admission answer = second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            other.commit();
            return answer;
        }
    }

    private long waiting() throws SQLException {
        return count("pg_stat_activity where wait_event_type = 'Lock'");
    }

    @Test
    @DisplayName(
            "M-9: a wait has a bound, is an error and leaves the route's transaction usable, its settings as they were")
    void bounded() throws SQLException {
        try (PolicyStore hasty = stores.open(FROZEN.patience(Duration.ofMillis(200)));
                Connection other = transaction()) {
            Outbox impatient = hasty.outbox().orElseThrow();
            outbox.put(other, aSend().key("slip-1").build(), taking);
            execute(route, "set local lock_timeout = '7s'");
            execute(route, "insert into billed values (1)");
            assertThatThrownBy(() -> impatient.put(route, aSend().key("slip-1").build(), taking))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(impatient.put(route, aSend().to(BRUNO).key("slip-2").build(), taking))
                    .isInstanceOf(Admission.Decided.class);
            try (Statement statement = route.createStatement();
                    ResultSet result = statement.executeQuery("show lock_timeout")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo("7s");
            }
            route.commit();
            other.rollback();
        }
        assertThat(count("billed")).isOne();
        assertThat(count("message")).isOne();
    }

    @Test
    @DisplayName("S-37: what was denied under the same key is taken as the next attempt")
    void again() throws SQLException {
        Admission.Decided denied = decided(aSend().to(ALICE).key("slip-1").build());
        assertThat(state(denied)).isEqualTo(MessageState.DENIED);
        outbox.put(route, aSend().key("slip-1").build(), taking);
        route.commit();
        assertThat(status(denied).state()).isEqualTo(MessageState.HELD);
        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::attempt).containsExactly(2);
    }

    @Test
    void without_a_transaction_nothing_is_taken() throws SQLException {
        route.setAutoCommit(true);
        assertThatThrownBy(() -> outbox.put(route, aSend().build(), taking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transaction");
        assertThat(count("message")).isZero();
    }

    private interface End {
        void of(Connection connection) throws SQLException;
    }
}
