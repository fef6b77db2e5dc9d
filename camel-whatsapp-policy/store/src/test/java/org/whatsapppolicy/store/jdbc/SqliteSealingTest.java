package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.SealingKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteSealingTest extends SealingKit {
    @Override
    protected Stores place() {
        return Stores.sqlite();
    }
}
