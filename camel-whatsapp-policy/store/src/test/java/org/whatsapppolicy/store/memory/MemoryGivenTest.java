package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.GivenKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryGivenTest extends GivenKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
