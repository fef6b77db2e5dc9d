package org.whatsapppolicy.store.jdbc;

import java.util.UUID;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpgradeKit;

class PostgresUpgradeTest extends UpgradeKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Override
    protected String folder() {
        return "postgresql";
    }

    @Override
    protected Object id(UUID id) {
        return id;
    }
}
