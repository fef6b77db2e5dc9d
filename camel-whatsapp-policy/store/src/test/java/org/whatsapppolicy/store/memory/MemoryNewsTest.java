package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.NewsKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryNewsTest extends NewsKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
