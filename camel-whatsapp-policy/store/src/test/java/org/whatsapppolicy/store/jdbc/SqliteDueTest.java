package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.DueKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteDueTest extends DueKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
