package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.number;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Intake;
import org.whatsapppolicy.store.kit.IdentityKit;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TestPostgres;
import org.whatsapppolicy.store.state.Address;

class PostgresIdentityTest extends IdentityKit {
    private static final Recipient STRANGER = number("+5511988880078");
    private static final Recipient ID = new UserId("BR.2001");

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Test
    @DisplayName(
            "promise 7: what a stranger wrote is not taken in before a decision that another node made of them meanwhile")
    void a_stranger_is_decided_about_while_others_are_joined() throws Exception {
        agrees(ALICE, PURPOSE);
        Receipt joins = new Receipt(
                "e:joins",
                "status",
                ALICE,
                null,
                null,
                null,
                null,
                new Sighting(List.of(ALICE, ID), List.of(), "acme", TUESDAY_9));
        Receipt written = new Receipt("e:written", "message", STRANGER, at(Duration.ofHours(1)), null, null, null);

        Intake.Result taken = takenWhile(List.of(joins, written), () -> {
            itIs(Duration.ofSeconds(1));
            assertThat(decided(aSend().to(STRANGER).build()).decision().codes()).contains("no-consent");
        });

        assertThat(taken.at()).isEqualTo(at(Duration.ofSeconds(1)));
        assertThat(received("e:written")).isEqualTo(at(Duration.ofSeconds(1)));
        // Of a platform whose clock is ahead.
        assertThat(store.lookup(STRANGER, Duration.ofDays(1)).lastInbound()).isEqualTo(at(Duration.ofSeconds(1)));
    }

    /** Another transaction gives somebody the same user id, keeps the joining waiting, and is given up. */
    private Intake.Result takenWhile(List<Receipt> receipts, Runnable meanwhile) throws Exception {
        try (Connection other = Objects.requireNonNull(stores.tables());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into person (id) values (1)");
            statement.execute("insert into recipient_address (address, id, person_id, kind, send_to, region, portfolio)"
                    + " values ('" + Address.of(ID).key() + "', 2, 1, 'user', 'x', 'BR', '')");
            CompletableFuture<Intake.Result> taken =
                    CompletableFuture.supplyAsync(() -> store.inbox().take(Intake.of(receipts)));
            Awaitility.await().atMost(PATIENCE).until(this::waitsForALock);
            meanwhile.run();
            other.rollback();
            return taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Instant received(String key) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select received_at from inbox where key = '" + key + "'")) {
            assertThat(row.next()).isTrue();
            return Instant.ofEpochMilli(row.getLong(1));
        }
    }

    private boolean waitsForALock() throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables())) {
            return TestPostgres.somebodyWaits(connection);
        }
    }
}
