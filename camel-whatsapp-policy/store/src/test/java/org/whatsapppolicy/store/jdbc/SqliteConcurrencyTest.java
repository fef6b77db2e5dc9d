package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.ConcurrencyKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteConcurrencyTest extends ConcurrencyKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
