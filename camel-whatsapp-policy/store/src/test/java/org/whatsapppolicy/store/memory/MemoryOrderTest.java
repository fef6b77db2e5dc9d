package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.OrderKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryOrderTest extends OrderKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
