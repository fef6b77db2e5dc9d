package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.ConcurrencyKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresConcurrencyTest extends ConcurrencyKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
