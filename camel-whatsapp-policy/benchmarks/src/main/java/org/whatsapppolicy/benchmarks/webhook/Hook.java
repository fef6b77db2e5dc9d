package org.whatsapppolicy.benchmarks.webhook;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.benchmarks.database.Sqlite;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** A context that listens on a port of its own and counts what its route takes. */
final class Hook implements Closeable {

    private static final int CONNECTIONS = 16;

    private final String name;
    private final String durability;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicLong taken = new AtomicLong();
    private final int port;
    private final Closeable database;

    private Hook(String name, String durability, Closeable database) throws IOException {
        this.name = name;
        this.durability = durability;
        this.database = database;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        context.getRegistry().bind("took", (Processor) exchange -> taken.incrementAndGet());
    }

    static Hook stock() throws Exception {
        return new Hook("stock", "nothing is kept", () -> {}).listening("webhook-stock.yaml");
    }

    static Hook onSqlite(Path directory) throws Exception {
        PolicyStore store = PolicyStores.sqlite(directory.resolve("webhook.db"));
        return policy("policy-sqlite", store, store::close);
    }

    static Hook onPostgres(Postgres server) throws Exception {
        HikariDataSource pool = server.pool("webhook", CONNECTIONS);
        PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS);
        return policy("policy-postgres", store, () -> {
            store.close();
            pool.close();
        });
    }

    static Hook floorOnSqlite(Path directory) throws Exception {
        HikariDataSource pool = Sqlite.pool(directory.resolve("floor.db"), 1);
        return floor("floor-sqlite", Sqlite.durability(pool), pool, false);
    }

    static Hook floorOnPostgres(Postgres server) throws Exception {
        HikariDataSource pool = server.pool("floor", 1);
        return floor("floor-postgres", Postgres.durability(pool), pool, true);
    }

    private static Hook floor(String name, String durability, HikariDataSource pool, boolean arrays) throws Exception {
        Floor floor = new Floor(pool, arrays);
        Hook hook = new Hook(name, durability, () -> {
            floor.close();
            pool.close();
        });
        hook.context.getRegistry().bind("keep", floor);
        return hook.listening("webhook-floor.yaml");
    }

    private static Hook policy(String name, PolicyStore store, Closeable database) throws Exception {
        Hook hook = new Hook(name, store.durability(), database);
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent();
        component.setPolicy("classpath:compare-policy.yaml");
        component.setStore(store);
        hook.context.addComponent("whatsapp-policy", component);
        hook.context.getPropertiesComponent().addInitialProperty("number", "106540352242922");
        hook.context.getPropertiesComponent().addInitialProperty("token", "token");
        return hook.listening("webhook-policy.yaml");
    }

    private Hook listening(String route) throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(http));
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:routes/" + route));
        context.start();
        return this;
    }

    String name() {
        return name;
    }

    String durability() {
        return durability;
    }

    int port() {
        return port;
    }

    /** How many events its route took so far. */
    long taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        context.stop();
        database.close();
    }
}
