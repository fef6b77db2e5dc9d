package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.HoldingKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteHoldingTest extends HoldingKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
