package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpkeepKit;

class MemoryUpkeepTest extends UpkeepKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
