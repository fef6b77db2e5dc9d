package org.whatsapppolicy.quickstart;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
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

@DisplayName("The routes that the README shows")
class ReadmeRoutesTest {

    private final Path folder;

    ReadmeRoutesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Simulator simulator;
    private PolicyStore store;
    private ModelCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        simulator = DemoSimulator.start(new Settings(true, true, false, true, 0, null));
        store = PolicyStores.sqlite(folder.resolve("policy.db"), StoreOptions.DEFAULTS.frozenAt(Demo.START));
        camel = new DefaultCamelContext();
        Properties properties = new Properties();
        try (var in = Quickstart.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        SQLiteDataSource billing = BillingDatabase.open(folder.resolve("billing.db"));
        camel.getRegistry().bind("billing", billing);
        camel.getRegistry().bind("csv", new CsvRows());
        WhatsAppPolicyComponent policy = new WhatsAppPolicyComponent();
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
    void the_first_route_sends_the_slips_that_are_due() throws Exception {
        load("camel/crm-export.yaml");
        load("readme/slips.yaml");
        AdviceWith.adviceWith(camel, "slips", advice -> advice.replaceFromWith("direct:nine-o-clock"));
        camel.start();
        send("direct:crm-export");

        send("direct:nine-o-clock");

        assertThat(simulator.ledger().acceptedTo("+5511900000001")).hasSize(1);
        assertThat(simulator.ledger().acceptedTo("+5511900000004"))
                .as("Davi never agreed")
                .isEmpty();
        assertThat(simulator.ledger().acceptedTo("+5511900000007"))
                .as("Gabriela owes two slips, the cap is one a day")
                .hasSize(1);
    }

    @Test
    void with_salesforce_the_same_people_get_the_same_messages() throws Exception {
        try (SalesforceStub salesforce = new SalesforceStub().answering("""
                    {"totalSize":3,"done":true,"records":[
                     {"Id":"C01","Name":"Ana Souza","MobilePhone":"+5511900000001",
                      "Slips_Consent_At__c":"2026-03-02T10:00:00.000+0000","Opted_Out_At__c":null},
                     {"Id":"C06","Name":"Fabio Melo","MobilePhone":"(11) 90000-0006",
                      "Slips_Consent_At__c":"2026-03-02T10:00:00.000+0000",
                      "Opted_Out_At__c":"2026-08-19T16:40:00.000+0000"},
                     {"Id":"C07","Name":"Gabriela Reis","MobilePhone":"+5511900000007",
                      "Slips_Consent_At__c":"2026-03-02T07:00:00.000-0300","Opted_Out_At__c":null}]}
                    """)) {
            camel.addComponent("salesforce", salesforce.component());
            load("salesforce/crm-export.yaml");
            load("readme/slips.yaml");
            AdviceWith.adviceWith(camel, "slips", advice -> advice.replaceFromWith("direct:nine-o-clock"));
            camel.start();
            send("direct:crm-export");

            send("direct:nine-o-clock");

            assertThat(simulator.ledger().accepted())
                    .extracting(entry -> entry.asked().recipient())
                    .containsExactlyInAnyOrder("+5511900000001", "+5511900000007");
            salesforce.server.verify(getRequestedFor(urlPathMatching("/services/data/.*"))
                    .withQueryParam("q", matching("SELECT Id, Name, MobilePhone.*")));
            camel.stop();
        }
    }

    private void load(String route) throws Exception {
        CamelContext context = camel;
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(List.of(PluginHelper.getResourceLoader(context).resolveResource("classpath:" + route)));
    }

    private void send(String endpoint) {
        camel.createProducerTemplate()
                .asyncRequestBody(endpoint, "")
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
