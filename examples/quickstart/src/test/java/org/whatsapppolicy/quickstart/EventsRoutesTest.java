package org.whatsapppolicy.quickstart;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

@DisplayName("The routes that docs/events.md shows (S-41)")
class EventsRoutesTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "events.md");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ANA = "+5511900000001";
    private static final String GABRIELA = "+5511900000007";

    private final Path folder;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final WhatsAppPolicyComponent policy = new WhatsAppPolicyComponent();
    private Simulator simulator;
    private PolicyStore store;
    private SQLiteDataSource billing;

    EventsRoutesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void prepare() throws Exception {
        simulator = DemoSimulator.start(new Settings(true, true, false, true, 0, null));
        store = PolicyStores.sqlite(folder.resolve("policy.db"), StoreOptions.DEFAULTS.frozenAt(Demo.START));
        Properties properties = new Properties();
        try (var in = Quickstart.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        billing = BillingDatabase.open(folder.resolve("billing.db"));
        camel.getRegistry().bind("billing", billing);
        camel.getRegistry().bind("csv", new CsvRows());
        policy.setStore(store);
        policy.setBaseUri(simulator.baseUri());
        camel.addComponent("whatsapp-policy", policy);
        // The demo's document has marketing, so that somebody has to hear opt-outs (S-20).
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("whatsapp-policy:webhook?listen=false").to("log:answers");
            }
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
        store.close();
        simulator.close();
    }

    @Test
    void what_became_of_a_deferred_slip_stands_in_the_billing_table() throws Exception {
        update("create table slip_outcome (slip text primary key, outcome text not null)");
        load("camel/crm-export.yaml", "events/slips.yaml", "events/outcomes-to-billing.yaml");
        camel.start();
        send("direct:crm-export");

        send("direct:slips");

        await().atMost(SOON).until(() -> "accepted".equals(outcomes().get("1007")));
        assertThat(outcomes()).as("Davi never agreed").containsEntry("1004", "denied");
        assertThat(outcomes()).as("Gabriela's second slip waits").doesNotContainKey("1008");
        store.moveClock(Demo.START.plus(Duration.ofHours(25)));
        await().atMost(SOON).until(() -> "accepted".equals(outcomes().get("1008")));
        assertThat(simulator.ledger().acceptedTo(GABRIELA)).hasSize(2);
    }

    @Test
    void salesforce_is_asked_for_consent_and_told_of_an_opt_out() throws Exception {
        try (SalesforceStub salesforce = new SalesforceStub().answering("""
                {"totalSize":1,"done":true,"records":[{"Id":"C01","Slips_Consent__c":true}]}
                """)) {
            camel.addComponent("salesforce", salesforce.component());
            policy.setPolicy(askingTheCrm());
            load("events/crm-consent.yaml", "events/opt-outs-to-crm.yaml", "events/slips.yaml");
            camel.start();
            update("insert into customer (id, name, phone, newsletter) values ('C01', 'Ana Souza', '" + ANA + "', 0)");

            send("direct:slips");

            assertThat(simulator.ledger().acceptedTo(ANA)).hasSize(1);
            salesforce.server.verify(getRequestedFor(urlPathMatching("/services/data/.*"))
                    .withQueryParam("q", containing("MobilePhone = '" + ANA + "'")));

            camel.createProducerTemplate()
                    .sendBodyAndHeaders(
                            "whatsapp-policy:consent?action=withdraw&source=email",
                            Map.of("actedAt", Demo.START.toString()),
                            Map.of("CamelWhatsAppPolicyRecipient", ANA));

            await().atMost(SOON)
                    .untilAsserted(() -> salesforce.server.verify(
                            patchRequestedFor(urlPathMatching("/services/data/v[0-9.]+/sobjects/Contact/C01"))
                                    .withRequestBody(equalToJson("{\"Slips_Consent__c\": false, \"Opted_Out_At__c\": \""
                                            + Demo.START + "\"}"))));
            update("update slip set id = 'again' where customer = 'C01'");
            send("direct:slips");
            assertThat(simulator.ledger().acceptedTo(ANA)).hasSize(1);
            camel.stop();
        }
    }

    @Test
    void the_page_shows_them_as_they_run() throws Exception {
        String page = Files.readString(PAGE);
        for (String route : List.of("crm-consent", "opt-outs-to-crm", "outcomes-to-billing")) {
            assertThat(page)
                    .contains("```yaml\n" + Files.readString(Path.of("src/test/resources/events", route + ".yaml"))
                            + "```");
        }
    }

    /** The demo's policy, with the purpose's consent in the CRM. */
    private String askingTheCrm() throws Exception {
        try (var in = Quickstart.class.getResourceAsStream("/whatsapp-policy.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String asking = text.replace(
                    "consent: { kind: opt-in, validFor: 730d }",
                    "consent: { kind: opt-in, validFor: 730d, from: \"direct:crm-consent\", maxAge: 30m }");
            assertThat(asking).isNotEqualTo(text);
            Path file = folder.resolve("whatsapp-policy.yaml");
            Files.writeString(file, asking);
            return "file:" + file;
        }
    }

    private Map<String, String> outcomes() throws SQLException {
        Map<String, String> outcomes = new TreeMap<>();
        try (Connection connection = billing.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select slip, outcome from slip_outcome")) {
            while (rows.next()) {
                outcomes.put(rows.getString(1), rows.getString(2));
            }
        }
        return outcomes;
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = billing.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void load(String... routes) throws Exception {
        for (String route : routes) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(List.of(PluginHelper.getResourceLoader(camel).resolveResource("classpath:" + route)));
        }
    }

    private void send(String endpoint) {
        camel.createProducerTemplate()
                .asyncRequestBody(endpoint, "")
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
