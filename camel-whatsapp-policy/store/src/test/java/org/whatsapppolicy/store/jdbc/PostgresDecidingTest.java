package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.DecidingKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresDecidingTest extends DecidingKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
