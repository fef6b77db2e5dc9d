package org.whatsapppolicy.benchmarks.trouble;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.whatsapppolicy.benchmarks.chaos.wire.CommitTap;
import org.whatsapppolicy.benchmarks.chaos.wire.Road;
import org.whatsapppolicy.benchmarks.chaos.wire.Wire;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** A node on a database of its own of a PostgreSQL server, and the road between them, on which things go wrong. */
final class PostgresSite implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    final Site site;
    final Road road;
    /** A way to the database on which nothing goes wrong. */
    final HikariDataSource direct;

    private final Wire wire;
    private final HikariDataSource pool;
    /** Every so many commits the answer gets lost; 0 for never. */
    private volatile int lost;

    private final AtomicInteger unheard = new AtomicInteger();

    PostgresSite(Postgres postgres, Path directory) throws Exception {
        String name = "trouble" + NAMES.incrementAndGet();
        AtomicInteger commits = new AtomicInteger();
        wire = new Wire();
        direct = postgres.pool(name, 2);
        road = wire.road(
                false,
                () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), postgres.port()),
                () -> new CommitTap(() -> {
                    boolean heard = lost == 0 || commits.incrementAndGet() % lost != 0;
                    unheard.addAndGet(heard ? 0 : 1);
                    return heard;
                }));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:postgresql://127.0.0.1:" + road.port() + "/" + name + "?user=postgres&connectTimeout=2");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(Site.PATIENCE.toMillis());
        pool = new HikariDataSource(config);
        site = new Site(directory, PolicyStores.jdbc(pool, Site.OPTIONS), direct);
    }

    void loseAnswers(int everySoManyCommits) {
        lost = everySoManyCommits;
    }

    /** How many answers to commits got lost. */
    int unheard() {
        return unheard.get();
    }

    void sql(String text) throws SQLException {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
        pool.close();
        direct.close();
        wire.close();
    }
}
