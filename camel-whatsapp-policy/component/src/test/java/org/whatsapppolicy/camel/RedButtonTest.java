package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

@DisplayName("The red button, pressed on another node of the same PostgreSQL")
class RedButtonTest {

    private static final String STOP = "whatsapp-policy:control?action=stop&actor=ann&why=wrong+amounts&scope=all";
    private static final String TAKE = "whatsapp-policy:send?purpose=slip&async=true";
    private static final int BACKLOG = 60;
    private static final int ROUTES = 4;

    /** What was allowed before may begin for so long. */
    private static final Duration CLAIM = Duration.ofSeconds(1);
    /** And be on its way for so long, on a machine that is busy with other things. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    /** A send of a route: when it was begun, and what came of it. */
    private record Sent(long begun, Exchange exchange) {}

    @Test
    void stops_routes_at_once_and_what_is_due_within_a_second() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                HikariDataSource here = PostgresTest.pool(postgres);
                HikariDataSource there = PostgresTest.pool(postgres);
                Rig node = new Rig(Rig.POLICY.replace("throughput: none", "throughput: 5"));
                Rig other = new Rig(Rig.POLICY.replace("throughput: none", "throughput: 5"))) {
            node.store(PolicyStores.jdbc(here, StoreOptions.DEFAULTS)).start();
            other.store(PolicyStores.jdbc(there, StoreOptions.DEFAULTS)).start();
            node.agreed(ANA, "slip").agreed(BRUNO, "slip");
            for (int i = 0; i < BACKLOG; i++) {
                assertThat(header(
                                node.send(TAKE, List.of("Ana", "amanha"), Rig.slipTo(ANA)),
                                WhatsAppPolicyConstants.OUTCOME))
                        .isEqualTo("taken");
            }
            List<Sent> sent = new CopyOnWriteArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> routes = routes(node, sent, over);
            await().atMost(SOON).until(() -> node.accepted().size() > 2);

            assertThat(header(order(other, STOP), WhatsAppPolicyConstants.EFFECT))
                    .isEqualTo("applied");
            long pressed = System.nanoTime();
            Instant then = Instant.now();
            long ordered = other.store().now().toEpochMilli();

            await().atMost(SOON).until(() -> after(sent, pressed).size() >= 5 * ROUTES);
            over.set(true);
            for (Thread route : routes) {
                route.join();
            }
            assertThat(after(sent, pressed)).allSatisfy(exchange -> {
                assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
                assertThat(header(exchange, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("stopped"));
            });
            // All that was due has been decided again by then.
            await().atMost(SOON).until(() -> node.store()
                    .nextDue()
                    .orElseThrow()
                    .isAfter(node.store().now().plus(Duration.ofMinutes(30))));
            assertThat(lastAllowed(here)).isLessThanOrEqualTo(ordered);
            // And those were under way already, for a second at most.
            assertThat(requests(node, other))
                    .extracting(entry -> entry.asked().at())
                    .allSatisfy(at -> assertThat(at).isBefore(then.plus(CLAIM).plus(ON_ITS_WAY)));
        }
    }

    /** Routes of that node send without a pause until it is over. */
    private static List<Thread> routes(Rig node, List<Sent> sent, AtomicBoolean over) {
        List<Thread> routes = new ArrayList<>();
        for (int i = 0; i < ROUTES; i++) {
            Thread route = new Thread(() -> {
                while (!over.get()) {
                    long begun = System.nanoTime();
                    sent.add(new Sent(begun, node.slip(BRUNO)));
                }
            });
            route.start();
            routes.add(route);
        }
        return routes;
    }

    private static List<Exchange> after(List<Sent> sent, long nanos) {
        return sent.stream()
                .filter(one -> one.begun() - nanos > 0)
                .map(Sent::exchange)
                .toList();
    }

    private static long lastAllowed(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select max(decided_at) from message where state not in ('HELD', 'DENIED')")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static List<LedgerEntry> requests(Rig... nodes) {
        List<LedgerEntry> all = new ArrayList<>();
        for (Rig node : nodes) {
            all.addAll(node.requests());
        }
        return all;
    }

    private static Exchange order(Rig node, String uri) {
        return node.send(uri, null, Map.of());
    }
}
