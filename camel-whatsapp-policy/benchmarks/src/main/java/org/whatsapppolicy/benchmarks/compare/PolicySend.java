package org.whatsapppolicy.benchmarks.compare;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.camel.WhatsAppPolicyConstants;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** {@code whatsapp-policy:send} in the route of {@code routes/send.yaml}, with everybody's consent on record. */
final class PolicySend {

    private static final int BATCH = 2_000;
    private static final int CONNECTIONS = 16;

    private PolicySend() {}

    static Contestant onSqlite(Setting setting, String name, String transport) throws Exception {
        Path file = setting.directory().resolve(name + ".db");
        String durability;
        try (PolicyStore store = PolicyStores.sqlite(file)) {
            consents(store, new People(setting.people()));
            durability = store.durability();
        }
        WhatsAppPolicyComponent component = component(setting, transport);
        component.setDatabase(file.toString());
        return start(setting, name, "SQLite, " + transport, durability, component, () -> {});
    }

    static Contestant onPostgres(Setting setting, String name, String transport, Postgres server) throws Exception {
        HikariDataSource pool = server.pool(name.replace('-', '_'), CONNECTIONS);
        try (PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS)) {
            consents(store, new People(setting.people()));
        }
        analyze(pool);
        WhatsAppPolicyComponent component = component(setting, transport);
        component.setDataSource(pool);
        return start(setting, name, "PostgreSQL, " + transport, Postgres.durability(pool), component, pool);
    }

    private static WhatsAppPolicyComponent component(Setting setting, String transport) {
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent();
        component.setPolicy("classpath:compare-policy.yaml");
        component.setBaseUri(setting.platform().baseUri());
        component.setGraphVersion("v23.0");
        component.setTransport(transport);
        component.setTransportThreads(setting.inFlight());
        return component;
    }

    private static Contestant start(
            Setting setting,
            String name,
            String how,
            String durability,
            WhatsAppPolicyComponent component,
            Closeable database)
            throws Exception {
        CamelContestant contestant =
                new CamelContestant(name, "whatsapp-policy:send on " + how, durability, setting.inFlight(), database);
        contestant.context().addComponent("whatsapp-policy", component);
        return contestant
                .bind("accepted", (Processor) PolicySend::claim)
                .property("number", setting.platform().number())
                .property("token", setting.platform().token())
                .start("send.yaml");
    }

    private static void claim(Exchange exchange) {
        if ("accepted".equals(exchange.getMessage().getHeader(WhatsAppPolicyConstants.OUTCOME))) {
            CamelContestant.letter(exchange).accepted();
        }
    }

    private static void consents(PolicyStore store, People people) {
        RecipientReader reader = new RecipientReader();
        Instant act = store.now().minus(Duration.ofDays(30));
        Evidence evidence = new Evidence(act, "crm", null, "terms-3", "pt", "form-17");
        Grant grant = new Grant("payment-slip", evidence, null, null, false, null, null);
        List<PolicyStore.PersonAct> acts = new ArrayList<>(BATCH);
        for (int i = 0; i < people.count(); i++) {
            Recipient person = reader.read(people.phone(i), "BR");
            acts.add(new PolicyStore.PersonAct(person, new ConsentAct.Granted(grant)));
            if (acts.size() == BATCH || i == people.count() - 1) {
                store.record(acts);
                acts.clear();
            }
        }
    }

    private static void analyze(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
