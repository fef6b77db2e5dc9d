package org.whatsapppolicy.benchmarks.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.camel.WhatsAppPolicyConstants;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * A node whose database a test can trouble, before a platform whose ledger tells what was really sent. Sends, and judges what
 * became of it when everything is whole again.
 */
final class Site implements AutoCloseable {

    /** How long the store waits for locks and answers. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    static final StoreOptions OPTIONS = StoreOptions.DEFAULTS.patience(PATIENCE);

    /** No exchange may take longer, whatever the database does: the gate's patience, the store's, and a slow machine. */
    private static final Duration BOUND = Duration.ofSeconds(40);

    /** Long enough for claims of a minute that nobody could hand back. */
    static final Duration REST = Duration.ofMinutes(2);

    private static final int PEOPLE = 20;
    private static final String POLICY = """
            version: 1
            revision: 1
            store: { freshStore: accepted }
            caps: { proactive: none }
            quietHours: none
            senders:
              main: { phoneNumberId: "1001", accessToken: token, account: "2001", throughput: 80, templates: "file:%s" }
            purposes:
              slip: { sender: main, category: utility, basis: contract, consent: opt-in, caps: none, maxWait: 3s }
            """;
    private static final String TEMPLATES = """
            - { name: slip_due, language: pt_BR, category: UTILITY, status: APPROVED, components: [ { type: BODY, text: "Oi {{1}}" } ] }
            """;

    private record Sent(String key, CompletableFuture<Exchange> exchange) {}

    final Simulator simulator = Simulator.builder()
            .token("token")
            .number("1001", "+5511900000001", "2001")
            .template(SimulatedTemplate.of("slip_due", "pt_BR", "UTILITY").withBody("Oi {{1}}"))
            .build()
            .start();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final DataSource tables;
    private final List<Sent> sent = new ArrayList<>();

    /** @param tables a look at the database that is never troubled */
    Site(Path directory, PolicyStore store, DataSource tables) throws Exception {
        this.tables = tables;
        Path templates = Files.writeString(directory.resolve("templates.yaml"), TEMPLATES);
        Path policy = Files.writeString(directory.resolve("whatsapp-policy.yaml"), POLICY.formatted(templates));
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(camel);
        component.setPolicy("file:" + policy);
        component.setBaseUri("http://127.0.0.1:" + simulator.port());
        component.setStore(store);
        camel.addComponent("whatsapp-policy", component);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("whatsapp-policy:send?purpose=slip");
            }
        });
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
        template = camel.createProducerTemplate();
        agree(store);
    }

    private static String phone(int number) {
        return "+" + (5511960000000L + number);
    }

    private static void agree(PolicyStore store) {
        RecipientReader reader = new RecipientReader();
        Evidence form = new Evidence(store.now().minus(Duration.ofDays(1)), "signup", null, "terms-3", "pt", "form-1");
        store.record(IntStream.range(0, PEOPLE)
                .mapToObj(
                        i -> new PersonAct(reader.read(phone(i), "BR"), new ConsentAct.Granted(Grant.of("slip", form))))
                .toList());
    }

    /** Sends so many messages, one after the other, without waiting for what becomes of them. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            int number = sent.size();
            String key = "k" + number;
            Exchange exchange = new DefaultExchange(camel);
            exchange.getIn().setBody(List.of(key));
            exchange.getIn().setHeader(WhatsAppPolicyConstants.RECIPIENT, phone(number % PEOPLE));
            exchange.getIn().setHeader(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, key);
            exchange.getIn().setHeader(WhatsAppPolicyConstants.TEMPLATE, "slip_due");
            exchange.getIn().setHeader(WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");
            sent.add(new Sent(key, template.asyncSend("direct:send", exchange)));
        }
    }

    /** Sends until a route is told of a trouble that says so: however the machine is, it is met. */
    void meets(String saying) {
        await().atMost(REST).untilAsserted(() -> {
            send(5);
            assertThat(troubles()).anySatisfy(one -> assertThat(one).hasMessageContaining(saying));
        });
    }

    /** Waits for what the routes were told of all that was sent so far; each within the bound. */
    List<Exchange> told() throws Exception {
        List<Exchange> told = new ArrayList<>();
        for (Sent one : sent) {
            told.add(one.exchange.get(BOUND.toMillis(), TimeUnit.MILLISECONDS));
        }
        return told;
    }

    /** What the routes were told could not be used, of all that was sent so far. */
    List<StoreUnavailableException> troubles() throws Exception {
        return told().stream()
                .flatMap(exchange -> Stream.ofNullable(away(exchange)))
                .toList();
    }

    /** What became of everything, now that the database is whole again. */
    void judge() throws Exception {
        told();
        await().atMost(REST).untilAsserted(() -> assertThat(states().values()).doesNotContain("HELD", "SENDING"));
        Map<String, String> states = states();
        Map<String, Long> accepted = accepted();
        for (Sent one : sent) {
            Exchange exchange = one.exchange.get();
            long times = accepted.getOrDefault(one.key, 0L);
            assertThat(times).as("times that %s was sent", one.key).isLessThanOrEqualTo(1);
            if (exchange.getException() == null) {
                assertThat(times)
                        .as("what was taken of %s, which stands as %s", one.key, states.get(one.key))
                        .isEqualTo(1);
            } else {
                StoreUnavailableException away = away(exchange);
                assertThat(away)
                        .as("the error of %s: %s", one.key, exchange.getException())
                        .isNotNull();
                if (away != null && !away.commitUnknown()) {
                    assertThat(states)
                            .as("what stands of %s after %s", one.key, away)
                            .doesNotContainKey(one.key);
                }
            }
            if (states.containsKey(one.key)) {
                assertThat(times)
                        .as("times that %s was sent, which is there", one.key)
                        .isEqualTo(1);
                assertThat(states.get(one.key)).as(one.key).isEqualTo("ACCEPTED");
            } else {
                assertThat(times)
                        .as("times that %s was sent, which is not there", one.key)
                        .isZero();
            }
        }
    }

    private static @Nullable StoreUnavailableException away(Exchange exchange) {
        for (Throwable one = exchange.getException(); one != null; one = one.getCause()) {
            if (one instanceof StoreUnavailableException away) {
                return away;
            }
        }
        return null;
    }

    private Map<String, Long> accepted() {
        return simulator.ledger().accepted().stream()
                .map(entry -> entry.asked()
                        .json()
                        .at("/template/components/0/parameters/0/text")
                        .asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Map<String, String> states() throws SQLException {
        Map<String, String> states = new TreeMap<>();
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select k.key, m.state from idempotency_key k join message m on m.id = k.message_id")) {
            while (row.next()) {
                states.put(row.getString(1), row.getString(2));
            }
        }
        return states;
    }

    @Override
    public void close() {
        camel.stop();
        simulator.close();
    }
}
