package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.InstallationKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteInstallationTest extends InstallationKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
