package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.kit.ResendKit;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TestPostgres;

class PostgresResendTest extends ResendKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Test
    @DisplayName("promise 3: proof that another node commits while a resend is being decided keeps it from being sent")
    void proof_comes_while_it_is_decided_again() throws Exception {
        Admission.Decided first = sentAndHeldAgain();
        SendRequest claimed = store.claimDue(10, LEASE).get(0);

        assertThat(decidedWhileProven(claimed, first.messageId())).isInstanceOf(Admission.Repeated.class);

        assertThat(state(first)).isEqualTo(MessageState.ACCEPTED);
        assertThat(status(first).attempt()).isEqualTo(1 + 1);
    }

    @Test
    @DisplayName("promise 3: nor is what had failed sent by its key when proof is committed meanwhile")
    void proof_comes_while_its_key_is_asked_for_again() throws Exception {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().key("k").build());
        settle(first, new Outcome.Refused(131_026, null));
        assertThat(state(first)).isEqualTo(MessageState.FAILED);

        assertThat(decidedWhileProven(aSend().key("k").build(), first.messageId()))
                .isInstanceOf(Admission.Repeated.class);

        assertThat(state(first)).isEqualTo(MessageState.ACCEPTED);
        assertThat(status(first).attempt()).isEqualTo(1);
    }

    /** The other node has the message's row when it is read, and commits when it is waited for. */
    private Admission decidedWhileProven(SendRequest request, UUID message) throws Exception {
        try (Connection other = Objects.requireNonNull(stores.tables());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update message set state = 'ACCEPTED', due_at = null where id = '" + message + "'");
            CompletableFuture<Admission> admission = CompletableFuture.supplyAsync(() -> decide(request));
            Awaitility.await().atMost(PATIENCE).until(this::waitsForALock);
            other.commit();
            return admission.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private boolean waitsForALock() throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables())) {
            return TestPostgres.somebodyWaits(connection);
        }
    }
}
