package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.TablesKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteTablesTest extends TablesKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
