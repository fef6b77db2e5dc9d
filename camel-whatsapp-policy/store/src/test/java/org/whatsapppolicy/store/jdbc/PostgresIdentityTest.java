package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.IdentityKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresIdentityTest extends IdentityKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
