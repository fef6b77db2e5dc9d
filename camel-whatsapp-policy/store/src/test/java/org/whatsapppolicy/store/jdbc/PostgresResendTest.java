package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.ResendKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresResendTest extends ResendKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
