package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.CAROL_IN_TEXAS;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupReceive;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.StoreKit;
import org.whatsapppolicy.store.kit.Stores;

@DisplayName("M-1: who is held by a long transaction of somebody else fails alone")
class PostgresLockedOutTest extends StoreKit {

    private static final Duration SHORT = Duration.ofMillis(400);

    private PolicyStore hasty;
    private Connection route;

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @BeforeEach
    void begin() throws SQLException {
        hasty = stores.open(FROZEN.patience(SHORT));
        route = Objects.requireNonNull(stores.tables());
        route.setAutoCommit(false);
        agrees(BRUNO, PURPOSE);
    }

    @AfterEach
    void end() throws SQLException {
        if (route != null) {
            route.rollback();
            route.close();
        }
    }

    private void routeTakes(SendRequest request) {
        store.outbox().orElseThrow().put(route, request, engine.taking());
    }

    private static SendRequest toBruno() {
        return aSend().to(BRUNO).build();
    }

    @Test
    @DisplayName("M-9: a person whom a route met in a transaction that lasts")
    void a_person_whom_a_route_met() {
        routeTakes(aSend().build());
        Admission.Decided sent = decided(toBruno());
        List<Admission> admissions = hasty.round(
                List.of(new Settlement(sent.messageId(), 1, accepted())),
                List.of(aSend().build(), toBruno(), aSend().to(CAROL_IN_TEXAS).build()),
                engine);
        assertThat(admissions)
                .hasExactlyElementsOfTypes(Admission.LockedOut.class, Admission.Decided.class, Admission.Decided.class);
        assertThat(state(sent)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    @DisplayName("M-9, S-37: a key that a route took in a transaction that lasts")
    void a_key_that_a_route_took() {
        agrees(ALICE, PURPOSE);
        routeTakes(aSend().key("slip").build());
        assertThat(hasty.decide(List.of(aSend().key("slip").build(), toBruno()), engine))
                .hasExactlyElementsOfTypes(Admission.LockedOut.class, Admission.Decided.class);
    }

    @Test
    void a_person_who_is_locked() throws SQLException {
        agrees(ALICE, PURPOSE);
        agrees(CAROL_IN_TEXAS, PURPOSE);
        try (Statement statement = route.createStatement()) {
            statement.execute("select p.id from person p join recipient_address a on a.person_id = p.id"
                    + " where a.address not like '%0002' for update of p");
        }
        assertThat(hasty.decide(
                        List.of(
                                aSend().build(),
                                toBruno(),
                                aSend().to(CAROL_IN_TEXAS).build()),
                        engine))
                .hasExactlyElementsOfTypes(
                        Admission.LockedOut.class, Admission.Decided.class, Admission.LockedOut.class);
    }

    @Test
    @DisplayName("M-8: of the deliveries that come together only those fail that concern somebody who is held")
    void deliveries_that_come_together() {
        routeTakes(aSend().build());
        List<Runnable> writers = new ArrayList<>();
        try (GroupReceive<String> group =
                new GroupReceive<>(hasty, writers::add, Runnable::run, 1, 10, new NoRoute())) {
            CompletableFuture<List<Boolean>> first = deliver(group, "m:1", BRUNO);
            CompletableFuture<List<Boolean>> held = deliver(group, "m:2", ALICE);
            CompletableFuture<List<Boolean>> last = deliver(group, "m:3", CAROL_IN_TEXAS);
            writers.get(0).run();

            assertThat(first.join()).containsExactly(true);
            assertThat(last.join()).containsExactly(true);
            assertThatThrownBy(held::join).hasCauseInstanceOf(StoreUnavailableException.class);
        }
        assertThat(store.inbox().receive(List.of(message("m:1", BRUNO)))).containsExactly(false);
    }

    private static CompletableFuture<List<Boolean>> deliver(GroupReceive<String> group, String key, Recipient person) {
        return group.receive(clock -> List.of(new GroupReceive.Arriving<>(message(key, person), null)))
                .thenApply(GroupReceive.Recorded::fresh);
    }

    private static Inbox.Receipt message(String key, Recipient person) {
        return new Inbox.Receipt(key, "message", person, TUESDAY_9, null, null, null);
    }

    /** No route gets events here. */
    private static final class NoRoute implements GroupReceive.Route<String> {
        @Override
        public int room() {
            return 0;
        }

        @Override
        public List<Long> had() {
            return List.of();
        }

        @Override
        public void hadNotRecorded(List<Long> ids) {}

        @Override
        public boolean hand(List<GroupReceive.Handed<String>> events) {
            return false;
        }

        @Override
        public void wake() {}
    }

    @Test
    void when_it_is_all_there_is_the_store_cannot_be_used() {
        routeTakes(aSend().build());
        assertThatThrownBy(() -> hasty.decide(List.of(aSend().build(), aSend().build()), engine))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("lock");
    }
}
