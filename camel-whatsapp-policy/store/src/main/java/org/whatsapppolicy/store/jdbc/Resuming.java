package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.whatsapppolicy.store.state.Fold.Written;

/**
 * Puts a resume and the decisions that still saw the stop, or what it holds, one after the other: who is about to hold a message
 * because of it either commits first, so that the resume finds what it held, or decides anew. The table is locked and none of its
 * rows, because for that everybody waits in line: a steady stream of such decisions keeps no resume out.
 */
final class Resuming {

    private static final String TABLE = "stopped";

    private Resuming() {}

    /** For a resume, until its commit: such decisions are over when it has the lock. */
    static void alone(Session session) throws SQLException {
        session.dialect().lockTable(session, TABLE, true);
    }

    /** For decisions, before they are written and until their commit. */
    static void shared(Session session, List<Written> written, Installation installation) throws SQLException {
        if (written.stream().noneMatch(one -> one.row().judged().waitsForResume())) {
            return;
        }
        session.dialect().lockTable(session, TABLE, false);
        if (Installation.load(session).epoch() != installation.epoch()) {
            throw new Database.LostConflict("an order came while these messages were decided");
        }
    }
}
