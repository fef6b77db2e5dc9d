package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpkeepKit;

class SqliteUpkeepTest extends UpkeepKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
