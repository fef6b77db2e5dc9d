package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.OrderKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteOrderTest extends OrderKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
