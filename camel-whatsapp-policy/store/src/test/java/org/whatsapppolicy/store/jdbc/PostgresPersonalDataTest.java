package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.PersonalDataKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresPersonalDataTest extends PersonalDataKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
