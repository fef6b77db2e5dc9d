package org.whatsapppolicy.store.kit;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;
import org.whatsapppolicy.store.memory.MemoryStore;
import org.whatsapppolicy.store.seal.KeyProvider;
import org.whatsapppolicy.store.seal.WrittenKeys;

/** A place where stores of one kind can be opened, and opened again on what the first one wrote. */
public interface Stores extends AutoCloseable {

    /** What sealed stores are opened with. */
    KeyProvider KEYS = WrittenKeys.of("2026:" + "A".repeat(43) + "=");

    /** Opens a store on this place. */
    PolicyStore open(StoreOptions options);

    /** A look at the tables, or null when there are none. */
    @Nullable
    Connection tables() throws SQLException;

    @Override
    void close();

    /** The same place, where what can be erased is encrypted. */
    default Stores sealed() {
        Stores place = this;
        return new Stores() {
            @Override
            public PolicyStore open(StoreOptions options) {
                return place.open(options.keys(KEYS));
            }

            @Override
            public @Nullable Connection tables() throws SQLException {
                return place.tables();
            }

            @Override
            public void close() {
                place.close();
            }
        };
    }

    /** The reference model: opening again gives the same one. */
    static Stores memory() {
        return new Stores() {
            private @Nullable PolicyStore only;

            @Override
            public PolicyStore open(StoreOptions options) {
                PolicyStore store = only == null ? new MemoryStore(options) : only;
                only = store;
                return store;
            }

            @Override
            public @Nullable Connection tables() {
                return null;
            }

            @Override
            public void close() {}
        };
    }

    /** A file in a folder of its own, deleted afterwards. */
    static Stores sqlite() {
        try {
            return new InFile(Files.createTempDirectory("policy-store"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh database on the shared server; every opened store has a pool of its own, as on another node. */
    static Stores postgres() {
        return new OnServer(TestPostgres.freshDatabase());
    }

    /** SQLite. */
    record InFile(Path folder) implements Stores {

        @Override
        public PolicyStore open(StoreOptions options) {
            return PolicyStores.sqlite(folder.resolve("policy.db"), options);
        }

        @Override
        public Connection tables() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("policy.db"));
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst = new ArrayList<>(files.toList());
                deepestFirst.sort(Comparator.reverseOrder());
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** PostgreSQL. */
    record OnServer(HikariDataSource pool) implements Stores {

        @Override
        public PolicyStore open(StoreOptions options) {
            return PolicyStores.jdbc(pool, options);
        }

        @Override
        public Connection tables() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
