package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.InboxKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryInboxTest extends InboxKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
