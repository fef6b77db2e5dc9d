package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.DepartingKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteDepartingTest extends DepartingKit {

    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
