package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.store.seal.Sealing;

/** The provider's keys that something in the store is wrapped by. */
final class KeysInUse {

    private KeysInUse() {}

    /** Refuses a store that could not be read, and wraps the suppression list's key. */
    static void check(Session session) throws SQLException {
        List<String> used = new ArrayList<>(KeyTable.wrappings(session));
        String list = SuppressionKey.wrapping(session);
        if (list != null && !used.contains(list)) {
            used.add(list);
        }
        Seals seals = session.seals();
        if (seals == null) {
            refuse(used, "found no key provider");
            return;
        }
        refuse(used.stream().filter(id -> !seals.sealing().knows(id)).toList(), "found a key provider without them");
        SuppressionKey.wrapAgain(session, seals.sealing());
    }

    /** Wraps by the current key what is wrapped by another; how much of it there was, at most so many. */
    static int wrapAgain(Session session, int max) throws SQLException {
        Seals seals = session.seals();
        if (seals == null) {
            return 0;
        }
        Sealing sealing = seals.sealing();
        return KeyTable.wrapAgain(session, sealing, max) + (SuppressionKey.wrapAgain(session, sealing) ? 1 : 0);
    }

    private static void refuse(List<String> missing, String found) {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the store is encrypted by the keys " + String.join(", ", missing) + ": "
                    + found + "; give the store all of its keys, the current one first");
        }
    }
}
