package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.ResendKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryResendTest extends ResendKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
