package org.whatsapppolicy.store.jdbc;

import java.util.UUID;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpgradeKit;

class SqliteUpgradeTest extends UpgradeKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }

    @Override
    protected String folder() {
        return "sqlite";
    }

    @Override
    protected Object id(UUID id) {
        return id.toString();
    }
}
