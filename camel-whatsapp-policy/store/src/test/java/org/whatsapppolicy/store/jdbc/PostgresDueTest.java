package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.DueWatch;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.kit.DueKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresDueTest extends DueKit {

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Test
    @DisplayName("M-9: another node hears of what a route's transaction hands in, when it commits")
    void hears_other_nodes() throws SQLException {
        AtomicInteger rung = new AtomicInteger();
        ExecutorService waiting = Executors.newCachedThreadPool();
        try (PolicyStore other = stores.open(FROZEN);
                DueWatch watch = other.watchDue(rung::incrementAndGet, waiting);
                Connection route = Objects.requireNonNull(stores.tables())) {
            await(watch);
            route.setAutoCommit(false);
            rung.set(0);
            store.outbox().orElseThrow().put(route, aSend().build(), engine.taking());
            assertThat(rung).hasValue(0);
            route.commit();
            Awaitility.await().atMost(PATIENCE).untilAtomic(rung, n -> assertThat(n)
                    .isPositive());
        } finally {
            waiting.shutdownNow();
        }
    }

    @Test
    @DisplayName("another node hears of one that stops, also when that had claimed nothing")
    void hears_who_stops() {
        AtomicInteger rung = new AtomicInteger();
        ExecutorService waiting = Executors.newCachedThreadPool();
        try (PolicyStore other = stores.open(FROZEN);
                DueWatch watch = other.watchDue(rung::incrementAndGet, waiting)) {
            await(watch);
            rung.set(0);
            store.handBack(List.of());
            Awaitility.await().atMost(PATIENCE).untilAtomic(rung, n -> assertThat(n)
                    .isPositive());
        } finally {
            waiting.shutdownNow();
        }
    }

    @Test
    @DisplayName("a listening connection that breaks is taken anew, and until then nobody relies on it")
    void listens_again() throws SQLException {
        ExecutorService waiting = Executors.newCachedThreadPool();
        try (PolicyStore other = stores.open(FROZEN);
                DueWatch watch = other.watchDue(() -> {}, waiting);
                Connection operator = Objects.requireNonNull(stores.tables());
                Statement statement = operator.createStatement()) {
            await(watch);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen whatsapp%'");
            Awaitility.await().atMost(PATIENCE).until(() -> !watch.everywhere());
            await(watch);
        } finally {
            waiting.shutdownNow();
        }
    }

    private static void await(DueWatch watch) {
        Awaitility.await().atMost(PATIENCE).until(watch::everywhere);
    }
}
