package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.FairnessKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresFairnessTest extends FairnessKit {

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
