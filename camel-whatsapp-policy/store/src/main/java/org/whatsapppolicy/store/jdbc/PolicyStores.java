package org.whatsapppolicy.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.seal.KeyProvider;
import org.whatsapppolicy.store.seal.Sealing;

/** Opens stores in databases. */
public final class PolicyStores {

    private PolicyStores() {}

    /** The store in an SQLite file of its own, made when it is not there; see {@link #sqlite(Path, StoreOptions)}. */
    public static PolicyStore sqlite(Path file) {
        return sqlite(file, StoreOptions.DEFAULTS);
    }

    /**
     * The store in an SQLite file of its own, made when it is not there. One connection writes, a few read; write-ahead log,
     * every commit synced to the disk. For one node; several processes on one machine may share the file.
     *
     * @throws StoreUnavailableException when the file cannot be opened or written
     * @throws IllegalStateException when its schema or its clock is not what the options expect
     */
    public static PolicyStore sqlite(Path file, StoreOptions options) {
        Dialect dialect = new SqliteDialect(options.process());
        return open(new FileConnections(file, dialect, options.patience()), dialect, options, null);
    }

    /**
     * The store in the database of a pool: PostgreSQL (in the schema that the connections look into first) or SQLite. The
     * pool stays the caller's. Keep at least as many connections free as threads call the store.
     *
     * @throws IllegalArgumentException when it is another database, or a PostgreSQL before 13
     * @throws StoreUnavailableException when it cannot be reached
     * @throws IllegalStateException when its schema or its clock is not what the options expect
     */
    public static PolicyStore jdbc(DataSource source, StoreOptions options) {
        Dialect dialect = detect(source, options);
        // The server gives up first and says why; silence means it is gone.
        int silence = (int) options.patience().plus(options.patience()).toMillis();
        DataSource shared = dialect instanceof PostgresDialect ? source : null;
        return open(new PooledConnections(source, dialect, silence), dialect, options, shared);
    }

    private static PolicyStore open(
            Connections connections, Dialect dialect, StoreOptions options, @Nullable DataSource shared) {
        RandomGenerator random = RandomGenerator.getDefault();
        RowIds ids = new RowIds(InstantSource.system(), random);
        KeyProvider keys = options.keys();
        Seals seals = keys == null ? null : new Seals(new Sealing(keys), ids);
        Database database = new Database(connections, dialect, options.patience(), seals);
        try {
            return new JdbcStore(database, options, ids, random, shared).opened(options);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Dialect detect(DataSource source, StoreOptions options) {
        String product;
        int version;
        try (Connection connection = source.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
            version = connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new StoreUnavailableException(
                    "could not open the store: found no connection; check that the database runs and the pool is right",
                    Discreet.of(e),
                    false);
        }
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> {
                if (version < PostgresDialect.OLDEST) {
                    throw new IllegalArgumentException("found PostgreSQL " + version + ", expected "
                            + PostgresDialect.OLDEST + " or later: upgrade the server");
                }
                yield new PostgresDialect(options.patience().toMillis());
            }
            case "sqlite" -> new SqliteDialect(options.process());
            default ->
                throw new IllegalArgumentException("found the database " + product
                        + ", expected PostgreSQL or SQLite: give one of them, or name a file");
        };
    }
}
