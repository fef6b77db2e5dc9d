package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.ControlKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryControlTest extends ControlKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
