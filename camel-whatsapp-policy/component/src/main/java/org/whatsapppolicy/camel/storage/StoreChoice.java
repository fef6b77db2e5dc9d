package org.whatsapppolicy.camel.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;
import org.whatsapppolicy.store.seal.KeyProvider;

/**
 * The store that the operator named, or that is the only one there can be (S-8).
 *
 * @param store the store
 * @param owned whether it was opened here and is to be closed here
 * @param name what it is called in logs
 */
public record StoreChoice(PolicyStore store, boolean owned, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(StoreChoice.class);
    private static final String DATA_SOURCE = "a data source";

    /**
     * Chooses and opens. A store bean wins, then the file, then the data source.
     *
     * @param store a store bean, or null
     * @param database an SQLite file, or null
     * @param dataSource named or the only one in the registry, or null
     * @param keys encrypt what can be erased, or null (S-47)
     * @throws IllegalArgumentException saying what to set when nothing or too much is there
     */
    public static StoreChoice of(
            CamelContext context,
            @Nullable PolicyStore store,
            @Nullable String database,
            @Nullable DataSource dataSource,
            boolean applySchema,
            Duration answerTimeout,
            @Nullable KeyProvider keys) {
        if (store != null) {
            return new StoreChoice(store, false, store.getClass().getSimpleName());
        }
        if (keys == null) {
            LOG.warn(
                    "Texts, parameters, raw JSON and evidence stand in the store as they are (S-47). To have them encrypted"
                            + " set camel.component.whatsapp-policy.encryptionKeys, or bind a KeyProvider in the registry");
        }
        StoreOptions options =
                StoreOptions.DEFAULTS.answerTimeout(answerTimeout).keys(keys);
        StoreOptions chosen = applySchema ? options : options.withoutSchema();
        if (database != null && !database.isBlank()) {
            return new StoreChoice(PolicyStores.sqlite(file(database), chosen), true, "SQLite file " + database);
        }
        DataSource source = dataSource == null ? only(context) : dataSource;
        return new StoreChoice(PolicyStores.jdbc(source, chosen), true, DATA_SOURCE);
    }

    private static Path file(String database) {
        String name = database.startsWith("file:") ? database.substring("file:".length()) : database;
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("database: found " + database + ", expected the path of a file", e);
        }
    }

    private static DataSource only(CamelContext context) {
        Set<DataSource> found = context.getRegistry().findByType(DataSource.class);
        if (found.size() == 1) {
            return found.iterator().next();
        }
        String what = found.isEmpty() ? "no DataSource" : found.size() + " DataSources";
        throw new IllegalArgumentException("whatsapp-policy has no store: found " + what
                + " in the registry. Set camel.component.whatsapp-policy.database to the path of an SQLite file, or"
                + " camel.component.whatsapp-policy.dataSource to the name of one, such as #bean:myDataSource");
    }

    /** How many batches it takes at once: an SQLite file has one writer, a server has more. */
    public int writers() {
        return name.equals(DATA_SOURCE) ? 2 : 1;
    }
}
