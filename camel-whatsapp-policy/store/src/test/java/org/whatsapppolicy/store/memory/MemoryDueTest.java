package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.DueKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryDueTest extends DueKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
