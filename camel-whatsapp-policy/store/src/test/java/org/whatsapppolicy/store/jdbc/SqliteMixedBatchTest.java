package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.MixedBatchKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteMixedBatchTest extends MixedBatchKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
