package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.kit.FeedKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteFeedTest extends FeedKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }
}
