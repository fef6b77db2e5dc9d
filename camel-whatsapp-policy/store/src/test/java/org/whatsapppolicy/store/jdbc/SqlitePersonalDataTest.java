package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.PersonalDataKit;
import org.whatsapppolicy.store.kit.Stores;

class SqlitePersonalDataTest extends PersonalDataKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
