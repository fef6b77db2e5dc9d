package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TablesKit;

class PostgresTablesTest extends TablesKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
