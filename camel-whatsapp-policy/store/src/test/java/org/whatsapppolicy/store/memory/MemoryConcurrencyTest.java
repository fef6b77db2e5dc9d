package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.ConcurrencyKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryConcurrencyTest extends ConcurrencyKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
