package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.GivenKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresGivenTest extends GivenKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
