package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.StoreUnavailableException;

/** Runs transactions: the one place that begins, commits, gives up and tells what went wrong. Thread-safe. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int TRIES = 5;
    private static final String FATE = "; the answer to the commit was lost: ask for the messages by their ids";

    private final Connections connections;
    private final Dialect dialect;
    private final Fates fates;
    private final @Nullable Seals seals;
    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    /**
     * @param patience how long it is asked what became of a commit that got no answer
     * @param seals what encrypts what can be erased, or null when nothing does
     */
    Database(Connections connections, Dialect dialect, Duration patience, @Nullable Seals seals) {
        this.fates = new Fates(connections, dialect, patience);
        this.connections = connections;
        this.dialect = dialect;
        this.seals = seals;
    }

    Dialect dialect() {
        return dialect;
    }

    Fates fates() {
        return fates;
    }

    /** Rings after each commit that {@link Session#note noted} that. */
    Feed.Ears listen(Note what, Runnable rung) {
        Bell bell = new Bell(what, rung);
        bells.add(bell);
        return () -> bells.remove(bell);
    }

    private void ring(Set<Note> notes) {
        for (Bell bell : bells) {
            if (notes.contains(bell.what)) {
                bell.rung.run();
            }
        }
    }

    /**
     * One transaction that writes. Work that lost a conflict runs again from its beginning.
     *
     * @param what what is tried, to complete "could not ..."
     */
    <T> T write(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(what, work, true);
            } catch (LostConflict lost) {
                if (attempt == TRIES) {
                    throw lostTooOften(what, lost);
                }
                LOG.debug("Lost a conflict with another transaction, try {}", attempt);
            }
        }
    }

    /**
     * Work inside the transaction of somebody else, who goes on as if nothing had been asked when it fails. Work that lost a
     * conflict runs again from its beginning.
     */
    <T> T join(Connection connection, String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return joined(connection, what, work);
            } catch (LostConflict lost) {
                if (attempt == TRIES) {
                    throw lostTooOften(what, lost);
                }
            } catch (SQLException e) {
                throw refused(e) ? badValue(what, e) : unavailable(what, e, false);
            }
        }
    }

    private <T> T joined(Connection connection, String what, Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("could not " + what
                    + ": found a connection in no transaction, expected one in a transaction of the route");
        }
        Savepoint before = connection.setSavepoint();
        boolean good = false;
        try {
            Session session = Session.guest(connection, dialect).with(seals);
            T result;
            try {
                result = work.run(session);
                session.leave();
            } finally {
                session.forgetStatements();
            }
            connection.releaseSavepoint(before);
            good = true;
            return result;
        } catch (SQLException e) {
            if (dialect.lostConflict(e)) {
                throw new LostConflict(e);
            }
            throw e;
        } finally {
            if (!good) {
                backTo(connection, before);
            }
        }
    }

    private static void backTo(Connection connection, Savepoint before) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            LOG.debug("The route's transaction was gone before it could be restored", e);
        }
    }

    /** One look at the database. */
    <T> T read(String what, Work<T> work) {
        return once(what, work, false);
    }

    private <T> T once(String what, Work<T> work, boolean write) {
        Session session = take(what, write);
        boolean good = false;
        SQLException unheard = null;
        String mark = null;
        Set<Note> notes;
        T result;
        try {
            result = worked(what, session, work, write);
            notes = session.takeNotes();
            mark = session.mark();
            if (write) {
                unheard = commit(what, session);
            } else {
                dialect.rollback(session);
            }
            good = unheard == null;
        } catch (SQLException e) {
            throw unavailable(what, e, false);
        } catch (LostConflict e) {
            good = true;
            throw e;
        } finally {
            connections.giveBack(session, !good);
        }
        if (unheard != null) {
            clear(what, mark, unheard);
        }
        if (write) {
            ring(notes);
        }
        return result;
    }

    /** Returns when the transaction was committed although nobody heard so. */
    private void clear(String what, @Nullable String mark, SQLException e) {
        Fate fate = mark == null ? Fate.OPEN : fates.await(mark);
        if (fate == Fate.COMMITTED) {
            LOG.debug("The answer to a commit was lost, and it was done");
            return;
        }
        if (fate == Fate.OPEN && mark != null) {
            throw new InDoubtException(text(what, e) + FATE, Discreet.of(e), mark);
        }
        throw unavailable(what, e, fate == Fate.OPEN);
    }

    private Session take(String what, boolean write) {
        try {
            return (write ? connections.writer() : connections.reader()).with(seals);
        } catch (SQLException e) {
            throw unavailable(what, e, false);
        }
    }

    private <T> T worked(String what, Session session, Work<T> work, boolean write) {
        try {
            dialect.begin(session, write);
            return work.run(session);
        } catch (SQLException e) {
            rollBack(session);
            if (dialect.lostConflict(e)) {
                throw new LostConflict(e);
            }
            throw refused(e) ? badValue(what, e) : unavailable(what, e, false);
        } catch (RuntimeException | Error e) {
            rollBack(session);
            throw e;
        }
    }

    /** Commits; what failed when nobody can tell from that whether it is committed. */
    private @Nullable SQLException commit(String what, Session session) {
        try {
            dialect.commit(session);
            return null;
        } catch (SQLException e) {
            rollBack(session);
            if (dialect.lostConflict(e)) {
                throw new LostConflict(e);
            }
            if (dialect.certainlyNotCommitted(e)) {
                throw unavailable(what, e, false);
            }
            return e;
        }
    }

    private void rollBack(Session session) {
        session.takeNotes();
        try {
            dialect.rollback(session);
        } catch (SQLException e) {
            LOG.debug("The transaction was gone before it could be rolled back", e);
        }
    }

    // Trying again would not help, and neighbours in a batch have nothing to do with it.
    private static boolean refused(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("22");
    }

    private IllegalArgumentException badValue(String what, SQLException e) {
        SQLException discreet = Discreet.of(e);
        return new IllegalArgumentException(
                "could not " + what + " (" + dialect.name() + "): it takes no such value, found \""
                        + discreet.getMessage() + "\"; look for control characters in keys, names and context",
                discreet);
    }

    private StoreUnavailableException lostTooOften(String what, LostConflict lost) {
        return new StoreUnavailableException(
                "could not " + what + " (" + dialect.name() + "): lost " + TRIES
                        + " conflicts with other nodes in a row; try again",
                lost.getCause() == null ? lost : lost.getCause(),
                false);
    }

    private StoreUnavailableException unavailable(String what, SQLException e, boolean commitUnknown) {
        if (!commitUnknown && dialect.lockedOut(e)) {
            return new LockedOutException(text(what, e), Discreet.of(e));
        }
        return new StoreUnavailableException(
                text(what, e) + (commitUnknown ? FATE : ""), Discreet.of(e), commitUnknown);
    }

    private String text(String what, SQLException e) {
        return "could not " + what + " (" + dialect.name() + "): found \""
                + Discreet.of(e).getMessage() + "\"; " + dialect.advice(e);
    }

    @Override
    public void close() {
        connections.close();
    }

    private record Bell(Note what, Runnable rung) {}

    /** What is done inside a transaction. May run more than once. */
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /** Another transaction was first: run again, and see what it wrote. */
    static final class LostConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostConflict(String message) {
            super(message);
        }

        LostConflict(SQLException cause) {
            super(cause);
        }
    }
}
