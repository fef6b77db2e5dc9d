package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.PeopleKit;
import org.whatsapppolicy.store.kit.Stores;

class SqlitePeopleTest extends PeopleKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
