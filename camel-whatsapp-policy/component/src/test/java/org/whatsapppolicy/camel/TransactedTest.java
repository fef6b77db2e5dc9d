package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** M-9: messages that belong to the route's own JDBC transaction. */
@SuppressWarnings("NullAway.Init")
class TransactedTest {

    private static EmbeddedPostgres postgres;

    private HikariDataSource pool;
    private Rig rig;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Path folder;

    TransactedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void server() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void serverEnds() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() throws Exception {
        pool = pool();
        update("drop schema public cascade");
        update("create schema public");
        update("create table slip (id text primary key, billed boolean)");
        rig = node(new Rig());
        rig.start(new Billing());
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
        pool.close();
    }

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    private Rig node(Rig one) {
        one.store(PolicyStores.jdbc(pool, StoreOptions.DEFAULTS));
        one.camel.getRegistry().bind("billing", pool);
        bindTransactions(one, pool);
        return one;
    }

    private static void bindTransactions(Rig rig, HikariDataSource source) {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
        rig.camel.getRegistry().bind("transactionManager", manager);
        rig.camel.getRegistry().bind("required", new SpringTransactionPolicy(manager));
    }

    /** Marks a slip as billed and sends it, both or neither. */
    private final class Billing extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:bill")
                    .transacted("required")
                    .to("sql:insert into slip values (:#${header.slip}, true)?dataSource=#billing")
                    .setBody(exchange -> List.of("Ana", "amanha"))
                    .to("whatsapp-policy:send?purpose=slip&transacted=true&idempotencyKey=${header.slip}")
                    .process(exchange -> {
                        if (exchange.getIn().getHeader("waits") != null) {
                            open.await(SOON.toSeconds(), TimeUnit.SECONDS);
                        }
                        if (exchange.getIn().getHeader("fails") != null) {
                            throw new IllegalStateException("the bill is wrong");
                        }
                    });
            from("direct:outside")
                    .setBody(exchange -> List.of("Ana", "amanha"))
                    .to("whatsapp-policy:send?purpose=slip&transacted=true");
        }
    }

    private Exchange bill(Rig at, String phone, String slip, Map<String, Object> more) {
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(phone));
        headers.put("slip", slip);
        headers.putAll(more);
        return at.send("direct:bill", "", headers);
    }

    @Test
    @DisplayName("M-9: after the commit the message is decided and sent, once")
    void commit() throws Exception {
        Exchange exchange = bill(rig, ANA, "s-1", Map.of());
        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
        accepted(1);
        assertThat(count("slip")).isOne();
        // The platform's ledger is ahead of ours by one commit.
        Awaitility.await().atMost(SOON).until(() -> count("message where state not in ('HELD', 'SENDING')") == 1);
    }

    @Test
    @DisplayName("M-9: when the billing rolls back, the message never existed")
    void rollback() throws Exception {
        assertThat(bill(rig, ANA, "s-1", Map.of("fails", true)).getException()).isNotNull();
        bill(rig, BRUNO, "s-2", Map.of());
        accepted(1);
        assertThat(rig.requests()).hasSize(1);
        assertThat(count("message")).isOne();
        assertThat(count("idempotency_key where key = 's-1'")).isZero();
        bill(rig, ANA, "s-1", Map.of());
        accepted(2);
    }

    @Test
    @DisplayName("M-9: nothing goes while the transaction is open")
    void open() throws Exception {
        CompletableFuture<Exchange> waiting =
                CompletableFuture.supplyAsync(() -> bill(rig, ANA, "s-1", Map.of("waits", true)));
        Awaitility.await().atMost(SOON).until(() -> count("pg_stat_activity where state = 'idle in transaction'") > 0);
        bill(rig, BRUNO, "s-2", Map.of());
        accepted(1);
        assertThat(rig.requests()).hasSize(1);
        open.countDown();
        assertThat(waiting.get(SOON.toSeconds(), TimeUnit.SECONDS).getException())
                .isNull();
        accepted(2);
    }

    @Test
    @DisplayName("S-37: a key that is taken is an answer; the route's own work commits")
    void repeat() throws Exception {
        bill(rig, ANA, "s-1", Map.of());
        update("delete from slip");
        Exchange again = bill(rig, ANA, "s-1", Map.of());
        assertThat(again.getException()).isNull();
        assertThat(header(again, WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        assertThat(count("slip")).isOne();
        accepted(1);
        assertThat(count("message")).isOne();
    }

    @Test
    @DisplayName("promise 2: two nodes that bill the same slips at once send each once")
    void two_nodes() throws Exception {
        Rig other = node(new Rig());
        other.component.setBaseUri(rig.simulator.baseUri());
        try (other) {
            other.start(new Billing());
            ExecutorService cashiers = Executors.newFixedThreadPool(6);
            List<CompletableFuture<Exchange>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String slip = "s-" + i / 2;
                Rig at = i % 2 == 0 ? rig : other;
                Map<String, Object> more = i % 10 == 4 ? Map.of("fails", true) : Map.of();
                all.add(CompletableFuture.supplyAsync(
                        () -> bill(at, number(slip) % 2 == 0 ? ANA : BRUNO, slip, more), cashiers));
            }
            for (CompletableFuture<Exchange> one : all) {
                one.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
            cashiers.shutdown();
            assertThat(count("slip")).isEqualTo(20);
            accepted(20);
            assertThat(count("message")).isEqualTo(20);
            assertThat(rig.requests()).hasSize(20);
        }
    }

    private static int number(String slip) {
        return Integer.parseInt(slip.substring(2));
    }

    @Test
    @DisplayName("M-9: a route without a transaction is told, and nothing is taken")
    void outside() throws Exception {
        Exchange exchange = rig.send("direct:outside", "", Rig.slipTo(ANA));
        assertThat(exchange.getException()).hasMessageContaining("found no transaction");
        assertThat(count("message")).isZero();
    }

    @Test
    @DisplayName("M-9: refused at start for a store that is not PostgreSQL")
    void another_database() {
        try (Rig memory = new Rig();
                Rig file = new Rig()) {
            assertThatThrownBy(() -> memory.start(alone())).hasStackTraceContaining("transacted: found the store");
            file.store(PolicyStores.sqlite(folder.resolve("policy.db"), StoreOptions.DEFAULTS));
            assertThatThrownBy(() -> file.start(alone())).hasStackTraceContaining("transacted: found the store");
        }
    }

    @Test
    @DisplayName("M-9: refused at start when the transactions are those of another DataSource")
    void another_source() {
        try (HikariDataSource elsewhere = pool();
                Rig other = new Rig()) {
            PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS);
            other.store(store);
            other.camel.getRegistry().bind("billing", elsewhere);
            bindTransactions(other, elsewhere);
            assertThatThrownBy(() -> other.start(new Billing())).hasStackTraceContaining("other DataSources");
        }
    }

    private static RouteBuilder alone() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alone").to("whatsapp-policy:send?purpose=slip&transacted=true");
            }
        };
    }

    private void accepted(int messages) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(rig.accepted())
                .hasSize(messages));
        assertThat(rig.accepted()).hasSize(messages);
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
