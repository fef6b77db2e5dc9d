package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.PeopleKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryPeopleTest extends PeopleKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
