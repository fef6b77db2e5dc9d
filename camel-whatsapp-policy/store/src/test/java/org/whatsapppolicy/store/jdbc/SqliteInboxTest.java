package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.InboxKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteInboxTest extends InboxKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
