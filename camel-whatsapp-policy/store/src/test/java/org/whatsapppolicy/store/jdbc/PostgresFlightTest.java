package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.kit.StoreKit;
import org.whatsapppolicy.store.kit.Stores;

/** Messages in flight: what their end costs, and how those are found of which nobody tells. */
class PostgresFlightTest extends StoreKit {

    private static final int MESSAGES = 20;

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @BeforeEach
    void agree() {
        agrees(ALICE, PURPOSE);
        activate(document().purpose(aPurpose()));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement changing = connection.createStatement()) {
            changing.execute(statement);
        }
    }

    @Test
    @DisplayName("an acceptance changes the row on its page and adds nothing to an index")
    void accepted_in_place() throws SQLException {
        for (int i = 0; i < MESSAGES; i++) {
            settle(decided(aSend().build()), accepted());
        }
        String changed = "select %s from pg_stat_user_tables where relid = 'message'::regclass";
        Awaitility.await().atMost(PATIENCE).until(() -> number(changed.formatted("n_tup_upd")) >= MESSAGES);
        assertThat(number(changed.formatted("n_tup_hot_upd"))).isEqualTo(MESSAGES);
    }

    @Test
    @DisplayName("flights of which everything ended are gone when they are looked at")
    void flights_end() throws SQLException {
        settle(decided(aSend().build()), accepted());
        Admission.Decided silent = decided(aSend().build());
        assertThat(number("select count(*) from flight")).isEqualTo(2);
        itIs(Duration.ofSeconds(1).plus(LEASE));
        assertThat(store.expireLeases(LEASE)).isOne();
        assertThat(state(silent)).isEqualTo(MessageState.UNKNOWN);
        assertThat(number("select count(*) from flight")).isZero();
    }

    @Test
    @DisplayName("what a program of the version before has in flight is found as well")
    void in_flight_of_neighbours() throws SQLException {
        Admission.Decided neighbours = decided(aSend().build());
        change("update message set due_at = send_before");
        change("delete from flight");
        itIs(Duration.ofSeconds(1).plus(LEASE).minusMillis(1));
        assertThat(store.expireLeases(LEASE)).isZero();
        itIs(Duration.ofSeconds(1).plus(LEASE));
        assertThat(store.expireLeases(LEASE)).isOne();
        assertThat(state(neighbours)).isEqualTo(MessageState.UNKNOWN);
    }
}
