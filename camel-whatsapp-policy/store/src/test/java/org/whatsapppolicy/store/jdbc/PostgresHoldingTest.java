package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.HoldingKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresHoldingTest extends HoldingKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
