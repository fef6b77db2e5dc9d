package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.FairnessKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteFairnessTest extends FairnessKit {

    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
