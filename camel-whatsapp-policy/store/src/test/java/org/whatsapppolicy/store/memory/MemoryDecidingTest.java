package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.DecidingKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryDecidingTest extends DecidingKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
