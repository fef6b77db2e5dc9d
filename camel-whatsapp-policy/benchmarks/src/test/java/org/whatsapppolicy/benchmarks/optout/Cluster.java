package org.whatsapppolicy.benchmarks.optout;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.whatsapppolicy.benchmarks.chaos.wire.FreePort;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpTap;
import org.whatsapppolicy.benchmarks.chaos.wire.Road;
import org.whatsapppolicy.benchmarks.chaos.wire.Wire;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/**
 * Several nodes on one PostgreSQL, before one platform. Node n hears what people write to number n; all send from all numbers.
 * Node 0 is slow between the commit of a decision and the request. Requests and webhooks pass a wire, which knows what was
 * written first.
 */
final class Cluster implements AutoCloseable {

    private static final String SECRET = "app secret";
    private static final String TEMPLATES = """
            - { name: slip_due, language: pt_BR, category: UTILITY, status: APPROVED, components: [ { type: BODY, text: "Oi {{1}}" } ] }
            """;

    /** A webhook that was answered. */
    record Answered(HttpMessage delivery, HttpMessage answer) {}

    final Queue<HttpMessage> requests = new ConcurrentLinkedQueue<>();
    final Queue<Answered> webhooks = new ConcurrentLinkedQueue<>();
    final Simulator simulator;
    private final Wire wire = new Wire();
    private final Postgres postgres = Postgres.start();
    private final HikariDataSource direct = postgres.pool("cluster", 4);
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final List<DefaultCamelContext> nodes = new ArrayList<>();

    /** @param perSecond throughput of each number */
    Cluster(Path directory, int size, int perSecond) throws Exception {
        simulator = platform(size);
        Files.writeString(directory.resolve("templates.yaml"), TEMPLATES);
        Path policy = directory.resolve("whatsapp-policy.yaml");
        Files.writeString(policy, policy(size, perSecond, directory.resolve("templates.yaml")));
        Road road = wire.road(true, () -> local(simulator.port()), () -> new HttpTap(new Requests()));
        for (int number = 0; number < size; number++) {
            nodes.add(node(number, policy, "http://127.0.0.1:" + road.port()));
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Simulator platform(int numbers) {
        SimulatorBuilder builder = Simulator.builder()
                .token("token")
                .webhook(URI.create("http://127.0.0.1:1/nobody"), SECRET)
                .template(SimulatedTemplate.of("slip_due", "pt_BR", "UTILITY").withBody("Oi {{1}}"));
        for (int number = 0; number < numbers; number++) {
            builder.number(id(number), "+551190000000" + number, "2001");
        }
        return builder.build().start();
    }

    private static String policy(int senders, int perSecond, Path templates) {
        StringBuilder text = new StringBuilder("""
                version: 1
                revision: 1
                store: { freshStore: accepted }
                caps: { proactive: none }
                quietHours: none
                purposes:
                  slip: { sender: s0, category: utility, basis: contract, consent: opt-in, caps: none }
                senders:
                """);
        for (int number = 0; number < senders; number++) {
            text.append("  s%d: { phoneNumberId: \"%s\", accessToken: token, account: \"2001\", throughput: %d,%n"
                            .formatted(number, id(number), perSecond))
                    .append("    templates: \"file:")
                    .append(templates)
                    .append("\" }\n");
        }
        return text.toString();
    }

    /** Id of a number. */
    static String id(int number) {
        return "100" + number;
    }

    private DefaultCamelContext node(int number, Path policy, String platform) throws Exception {
        int port = FreePort.next();
        Road hooks = wire.road(false, () -> local(port), () -> new HttpTap(new Hooks()));
        simulator
                .webhooks()
                .overrideForNumber(id(number), URI.create("http://127.0.0.1:" + hooks.port() + "/whatsapp/webhook"));
        DefaultCamelContext camel = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(port);
        camel.addService(new VertxPlatformHttpServer(http));
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(camel);
        component.setPolicy("file:" + policy);
        component.setBaseUri(platform);
        HikariDataSource pool = postgres.poolOn("cluster", 16);
        pools.add(pool);
        if (number == 0) {
            component.setStore(SlowReturn.of(PolicyStores.jdbc(pool, StoreOptions.DEFAULTS)));
        } else {
            component.setDataSource(pool);
        }
        camel.addComponent("whatsapp-policy", component);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("whatsapp-policy:send?purpose=slip");
                from("direct:take").to("whatsapp-policy:send?purpose=slip&async=true");
                from("whatsapp-policy:webhook?appSecret=RAW(" + SECRET + ")&verifyToken=word")
                        .setProperty("taken", constant(true));
            }
        });
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
        return camel;
    }

    DefaultCamelContext node(int number) {
        return nodes.get(number);
    }

    /** The store as one more node sees it. */
    PolicyStore store() {
        return PolicyStores.jdbc(direct, StoreOptions.DEFAULTS);
    }

    /** How many messages stand in which state. */
    Map<String, Integer> states() throws SQLException {
        Map<String, Integer> states = new TreeMap<>();
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select state, count(*) from message group by state")) {
            while (row.next()) {
                states.put(row.getString(1), row.getInt(2));
            }
        }
        return states;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(DefaultCamelContext::stop);
        simulator.close();
        wire.close();
        pools.forEach(HikariDataSource::close);
        direct.close();
        postgres.close();
    }

    private final class Requests implements HttpTap.Ear {
        @Override
        public boolean asked(HttpMessage request) {
            return requests.add(request);
        }

        @Override
        public boolean answered(HttpMessage request, HttpMessage answer) {
            return true;
        }
    }

    private final class Hooks implements HttpTap.Ear {
        @Override
        public boolean asked(HttpMessage request) {
            return true;
        }

        @Override
        public boolean answered(HttpMessage request, HttpMessage answer) {
            return webhooks.add(new Answered(request, answer));
        }
    }
}
