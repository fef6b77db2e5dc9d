package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.InboxKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresInboxTest extends InboxKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
