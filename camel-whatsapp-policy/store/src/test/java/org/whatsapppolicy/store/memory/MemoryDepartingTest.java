package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.DepartingKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryDepartingTest extends DepartingKit {

    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
