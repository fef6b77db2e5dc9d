package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.UpkeepKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresUpkeepTest extends UpkeepKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
