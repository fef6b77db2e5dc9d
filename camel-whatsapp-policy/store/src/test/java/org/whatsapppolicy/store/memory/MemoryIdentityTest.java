package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.IdentityKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryIdentityTest extends IdentityKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
