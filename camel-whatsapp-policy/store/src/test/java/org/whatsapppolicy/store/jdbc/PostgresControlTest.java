package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.ControlKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresControlTest extends ControlKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
