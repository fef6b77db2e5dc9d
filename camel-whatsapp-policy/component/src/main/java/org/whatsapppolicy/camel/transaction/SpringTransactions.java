package org.whatsapppolicy.camel.transaction;

import java.sql.Connection;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.spi.Registry;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What Spring binds to the thread of a transaction, as camel-sql uses it. The only class here that needs Spring. */
final class SpringTransactions {

    private SpringTransactions() {}

    /** Refuses a registry whose transactions can only be about other databases. */
    static void check(Registry registry, DataSource source) {
        Set<PlatformTransactionManager> managers = registry.findByType(PlatformTransactionManager.class);
        if (!managers.isEmpty() && managers.stream().noneMatch(manager -> mayBeAbout(source, manager))) {
            throw new IllegalArgumentException(
                    "transacted: found transaction managers for other DataSources than the store's, expected one for the"
                            + " same: set camel.component.whatsapp-policy.dataSource to the DataSource of the route's"
                            + " transactions");
        }
    }

    private static boolean mayBeAbout(DataSource source, PlatformTransactionManager manager) {
        return !(manager instanceof ResourceTransactionManager resource)
                || !(resource.getResourceFactory() instanceof DataSource other)
                || other.equals(source);
    }

    /**
     * Works on the connection of the thread's transaction.
     *
     * @param committed runs when that was committed
     */
    static <T> T join(DataSource source, Function<Connection, T> work, Runnable committed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.getResource(source) == null) {
            throw new IllegalStateException(
                    "transacted: found no transaction on the store's DataSource in this route, expected one: put transacted"
                            + " before it, with a transaction manager for that DataSource");
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            T result = work.apply(connection);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.run();
                }
            });
            return result;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
