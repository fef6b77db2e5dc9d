package org.whatsapppolicy.store.jdbc;

import org.junit.jupiter.api.Nested;
import org.whatsapppolicy.store.kit.DecidingKit;
import org.whatsapppolicy.store.kit.FeedKit;
import org.whatsapppolicy.store.kit.HoldingKit;
import org.whatsapppolicy.store.kit.IdentityKit;
import org.whatsapppolicy.store.kit.InboxKit;
import org.whatsapppolicy.store.kit.PeopleKit;
import org.whatsapppolicy.store.kit.PersonalDataKit;
import org.whatsapppolicy.store.kit.Stores;

/** Everything that reads or writes what can be erased, where that is encrypted. */
class SqliteSealedTest {

    @Nested
    class Deciding extends DecidingKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class Feed extends FeedKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class Holding extends HoldingKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class Identity extends IdentityKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class Inbox extends InboxKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class People extends PeopleKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }

    @Nested
    class PersonalData extends PersonalDataKit {
        @Override
        protected Stores stores() {
            return Stores.sqlite().sealed();
        }
    }
}
