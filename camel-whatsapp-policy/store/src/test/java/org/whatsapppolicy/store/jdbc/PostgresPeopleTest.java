package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.PeopleKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresPeopleTest extends PeopleKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
