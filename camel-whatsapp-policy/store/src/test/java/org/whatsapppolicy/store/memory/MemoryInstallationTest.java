package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.InstallationKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryInstallationTest extends InstallationKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
