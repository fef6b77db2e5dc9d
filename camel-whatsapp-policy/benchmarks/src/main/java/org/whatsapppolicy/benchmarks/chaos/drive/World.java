package org.whatsapppolicy.benchmarks.chaos.drive;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.node.ChaosNode;
import org.whatsapppolicy.benchmarks.chaos.node.NodeOrders;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProcess;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProgram;
import org.whatsapppolicy.benchmarks.chaos.wire.FreePort;
import org.whatsapppolicy.benchmarks.chaos.wire.Road;
import org.whatsapppolicy.benchmarks.chaos.wire.Wire;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.benchmarks.database.Sqlite;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** Database, platform, nodes, and the wire between them. */
public final class World implements AutoCloseable {

    private static final String DATABASE = "chaos";
    private static final Duration START = Duration.ofMinutes(4);

    private final Opened opened = new Opened();
    private final Path directory;
    private final Wire wire = opened.add(new Wire());
    private final Witness witness = new Witness();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final @Nullable Postgres postgres;
    private final HikariDataSource direct;
    private final PolicyStore store;
    private final Simulator platform;
    private final VirtualTime time;
    private final List<Stand> stands = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * A node with its roads.
     *
     * @param toPlatform its road to the platform
     * @param toDatabase its road to the database; null for a file
     * @param trap kills it at a point
     */
    public record Stand(
            NodeProcess node, Road toPlatform, @Nullable Road toDatabase, Trap trap) {}

    /**
     * Starts everything and waits until all nodes are there.
     *
     * @param program what a node is
     * @param limited whether the sender has a throughput
     */
    public World(Path directory, NodeProgram program, int nodes, boolean onPostgres, boolean limited) throws Exception {
        this.directory = Files.createDirectories(directory);
        Path file = directory.resolve("policy.db");
        try {
            opened.add(new Stalls(witness));
            postgres = onPostgres ? opened.add(Postgres.start()) : null;
            direct = opened.add(postgres == null ? Sqlite.pool(file, 2) : postgres.pool(DATABASE, 4));
            StoreClock clock = new StoreClock.Running(Setting.START);
            store = opened.add(
                    postgres == null
                            ? PolicyStores.sqlite(file, ChaosNode.options(clock))
                            : PolicyStores.jdbc(direct, ChaosNode.options(clock)));
            Road webhooks = wire.road(false, this::anyNode, witness::webhooks);
            platform = opened.add(Setting.platform(webhooks.port(), limited));
            time = opened.add(new VirtualTime(store, platform.clock()));
            Path policy = Setting.policy(directory, limited);
            for (int i = 0; i < nodes; i++) {
                stands.add(stand("node" + i, program, policy, postgres == null ? file : null));
            }
            start();
        } catch (Exception e) {
            // Nobody else can: processes and a database would live on.
            opened.close();
            throw e;
        }
    }

    private void start() throws IOException {
        for (Stand stand : stands) {
            opened.add(stand.node()::end);
            stand.node().start();
        }
        for (Stand stand : stands) {
            if (!started(stand.node())) {
                throw new IllegalStateException(
                        "found no answer of " + stand.node().name() + " within " + START
                                + ", expected it to start; see its log in " + directory);
            }
        }
    }

    /** Waits for it; one that gave up, because the others kept the database busy, is started again, as whoever runs nodes does. */
    private static boolean started(NodeProcess node) throws IOException {
        long until = System.nanoTime() + START.toNanos();
        while (!node.await(START)) {
            if (System.nanoTime() - until >= 0) {
                return false;
            }
            node.end();
            node.start();
        }
        return true;
    }

    private Stand stand(String name, NodeProgram program, Path policy, @Nullable Path file) throws IOException {
        NodeProcess[] itself = new NodeProcess[1];
        Trap trap = new Trap(() -> {
            if (itself[0].kill()) {
                witness.note("kill", name);
            }
        });
        Road toPlatform = wire.road(true, () -> local(platform.port()), () -> witness.platform(name, trap));
        Road toDatabase = null;
        String database = String.valueOf(file);
        if (postgres != null) {
            int port = postgres.port();
            toDatabase = wire.road(false, () -> local(port), () -> witness.database(trap));
            database = "jdbc:postgresql://127.0.0.1:" + toDatabase.port() + "/" + DATABASE
                    + "?user=postgres&connectTimeout=2&tcpKeepAlive=true";
        }
        NodeOrders orders = new NodeOrders(
                FreePort.next(),
                "http://127.0.0.1:" + toPlatform.port(),
                database,
                policy,
                Setting.START,
                Canary.TOKEN,
                Canary.SECRET);
        NodeProcess node = new NodeProcess(name, program, orders, directory, http);
        itself[0] = node;
        return new Stand(node, toPlatform, toDatabase, trap);
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** A node that is there takes the next line of webhooks, one after the other. */
    private @Nullable InetSocketAddress anyNode() {
        int from = turn.getAndIncrement();
        for (int i = 0; i < stands.size(); i++) {
            InetSocketAddress one =
                    stands.get(Math.floorMod(from + i, stands.size())).node().address();
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    /** The nodes. */
    public List<Stand> stands() {
        return List.copyOf(stands);
    }

    /** The platform. */
    public Simulator platform() {
        return platform;
    }

    /** The time they live in. */
    public VirtualTime time() {
        return time;
    }

    /** What was on the wire. */
    public Witness witness() {
        return witness;
    }

    /** The database, by no wire. */
    public DataSource database() {
        return direct;
    }

    /** Where the logs are. */
    public Path directory() {
        return directory;
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
