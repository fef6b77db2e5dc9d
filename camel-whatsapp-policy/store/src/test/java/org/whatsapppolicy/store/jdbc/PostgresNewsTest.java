package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.NewsKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresNewsTest extends NewsKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
