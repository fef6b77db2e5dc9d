package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;

/** Where sessions come from. Thread-safe. */
interface Connections extends AutoCloseable {

    /** A session for work that writes; waits for it, bounded. */
    Session writer() throws SQLException;

    /** A session for work that only reads. */
    Session reader() throws SQLException;

    /**
     * Takes a session back.
     *
     * @param broken whether something failed on it, so that it is better not used again
     */
    void giveBack(Session session, boolean broken);

    @Override
    void close();
}
