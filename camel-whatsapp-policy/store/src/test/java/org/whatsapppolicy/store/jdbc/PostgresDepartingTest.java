package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.kit.DepartingKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresDepartingTest extends DepartingKit {

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    private Connection holding(String rows) throws SQLException {
        Connection other = Objects.requireNonNull(stores.tables());
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute(rows + " for update");
        }
        return other;
    }

    @Test
    @DisplayName("M-1: whose person another node holds is claimed and not waited for")
    void a_held_person() throws SQLException {
        Admission.Decided alices = held(ALICE);
        Admission.Decided brunos = held(BRUNO);
        itIs(DAY);
        try (Connection other = holding("select 1 from person where id = (select person_id from message where id = '"
                + alices.messageId() + "')")) {
            List<Due> due = depart();
            assertThat(due).hasSize(2);
            assertThat(due)
                    .filteredOn(one -> one.decided() == null)
                    .extracting(one -> one.request().id())
                    .containsExactly(alices.messageId());
            other.rollback();
        }
        assertThat(state(alices)).isEqualTo(MessageState.HELD);
        assertThat(state(brunos)).isEqualTo(MessageState.SENDING);
        assertThat(depart()).isEmpty();
    }

    @Test
    @DisplayName("a message that another node is deciding is left to it")
    void a_held_message() throws SQLException {
        Admission.Decided alices = held(ALICE);
        Admission.Decided brunos = held(BRUNO);
        itIs(DAY);
        try (Connection other = holding("select 1 from message where id = '" + alices.messageId() + "'")) {
            assertThat(depart()).extracting(one -> one.request().id()).containsExactly(brunos.messageId());
            other.rollback();
        }
        assertThat(depart()).extracting(one -> one.request().id()).containsExactly(alices.messageId());
    }
}
