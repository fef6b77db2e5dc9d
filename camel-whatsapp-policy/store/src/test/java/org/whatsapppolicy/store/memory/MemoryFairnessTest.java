package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.FairnessKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryFairnessTest extends FairnessKit {

    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
