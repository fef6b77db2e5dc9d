package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.MixedBatchKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresMixedBatchTest extends MixedBatchKit {
    @Override
    protected Stores stores() {
        return Stores.postgres();
    }
}
