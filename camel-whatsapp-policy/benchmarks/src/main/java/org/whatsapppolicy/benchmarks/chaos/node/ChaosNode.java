package org.whatsapppolicy.benchmarks.chaos.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.micrometer.eventnotifier.MicrometerExchangeEventNotifier;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** The process that a chaos run starts, kills and stops: an ordinary installation of the component. */
public final class ChaosNode {

    /** How long a request to the platform waits for its answer: short, so that a run sees what comes after. */
    public static final Duration ANSWER = Duration.ofSeconds(2);

    /** How many orders the driver has under way at one node. Each finds a thread at once: what waits then, waits in the component. */
    public static final int ORDERS = 64;

    /** Webhooks come besides, and Vert.x keeps a thread for each until it is answered. */
    private static final int HTTP_THREADS = 2 * ORDERS;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int CONNECTIONS = 10;

    private ChaosNode() {}

    /**
     * Runs until the process is ended.
     *
     * @param words what {@link NodeOrders#words} wrote
     * @param with what becomes of the store before the component gets it; tests break it on purpose
     */
    public static void run(List<String> words, UnaryOperator<PolicyStore> with) throws Exception {
        NodeOrders orders = NodeOrders.read(words);
        DefaultCamelContext camel = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(orders.port());
        camel.getRegistry().bind("vertxOptions", new VertxOptions().setWorkerPoolSize(HTTP_THREADS));
        camel.addService(new VertxPlatformHttpServer(http));
        measured(camel);
        camel.getPropertiesComponent().addInitialProperty("chaos.token", orders.token());
        camel.getPropertiesComponent().addInitialProperty("chaos.secret", orders.secret());
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(camel);
        component.setPolicy("file:" + orders.policy());
        component.setBaseUri(orders.platform());
        component.setTimeout(ANSWER.toMillis());
        component.setTransportThreads(16);
        component.setStore(with.apply(store(orders)));
        camel.addComponent("whatsapp-policy", component);
        camel.addRoutes(new NodeRoutes());
        camel.start();
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    /** Camel's own meters, those with URIs among them, of which none may tell what no log may. */
    private static void measured(DefaultCamelContext camel) {
        camel.getRegistry().bind(MicrometerConstants.METRICS_REGISTRY_NAME, new SimpleMeterRegistry());
        camel.addRoutePolicyFactory(new MicrometerRoutePolicyFactory());
        MicrometerExchangeEventNotifier exchanges = new MicrometerExchangeEventNotifier();
        exchanges.setBaseEndpointURI(false);
        camel.getManagementStrategy().addEventNotifier(exchanges);
    }

    /** The options with which everybody opens the database of a run. */
    public static StoreOptions options(StoreClock clock) {
        return StoreOptions.DEFAULTS.clock(clock).answerTimeout(ANSWER).patience(PATIENCE);
    }

    private static PolicyStore store(NodeOrders orders) {
        StoreOptions options = options(new StoreClock.Running(orders.start()));
        if (!orders.database().startsWith("jdbc:")) {
            return PolicyStores.sqlite(Path.of(orders.database()), options);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(orders.database());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return PolicyStores.jdbc(new HikariDataSource(config), options);
    }
}
