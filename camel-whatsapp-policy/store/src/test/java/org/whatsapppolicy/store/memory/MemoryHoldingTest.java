package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.HoldingKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryHoldingTest extends HoldingKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
