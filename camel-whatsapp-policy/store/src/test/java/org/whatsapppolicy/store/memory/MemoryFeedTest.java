package org.whatsapppolicy.store.memory;

import org.whatsapppolicy.store.kit.FeedKit;
import org.whatsapppolicy.store.kit.Stores;

class MemoryFeedTest extends FeedKit {
    @Override
    protected Stores stores() {
        return Stores.memory();
    }
}
