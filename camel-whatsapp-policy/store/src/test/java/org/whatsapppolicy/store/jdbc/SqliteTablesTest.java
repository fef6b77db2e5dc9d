package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TablesKit;

class SqliteTablesTest extends TablesKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
