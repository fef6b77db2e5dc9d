package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.PersonalDataKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryPersonalDataTest extends PersonalDataKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
