package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.MixedBatchKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryMixedBatchTest extends MixedBatchKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
