package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.UpkeepKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryUpkeepTest extends UpkeepKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
