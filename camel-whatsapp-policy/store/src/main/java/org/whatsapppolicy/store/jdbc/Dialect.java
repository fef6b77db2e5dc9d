package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What differs between databases. One more database is one more of these and its schema scripts. */
interface Dialect {

    /** Folder of its schema scripts, and its name in messages. */
    String name();

    /**
     * The text with {@code $in}, {@code $lock}, {@code $lock-p}, {@code $skip}, {@code $by-sender} and {@code $clock} written in
     * its own way.
     */
    String text(String sql);

    String text(Bulk bulk);

    /** Binds a value that is not null. */
    void bind(PreparedStatement statement, int index, Object value) throws SQLException;

    /** Binds the rows of a bulk that goes with others; returns the next free index. Only where {@link #takesSeveral}. */
    int bind(PreparedStatement statement, int index, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException;

    /** Whether it is worth sending several statements in one go. */
    boolean takesSeveral();

    /** Runs a statement for all rows; returns how many rows of the table it touched. */
    int bulk(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException;

    /** The same, telling of each row of values how many rows of the table it touched. Only where not {@link #takesSeveral}. */
    int[] each(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException;

    @Nullable
    UUID uuid(ResultSet result, int index) throws SQLException;

    /** Begins a transaction that will write, or a read-only one. */
    void begin(Session session, boolean write) throws SQLException;

    void commit(Session session) throws SQLException;

    /** Does nothing when no transaction is open. */
    void rollback(Session session) throws SQLException;

    /** The database's clock, now and not at the transaction's begin. */
    Instant clock(Session session) throws SQLException;

    /** The same, where a statement asked for it as {@code $clock}, without another round trip. */
    Instant clock(Row row) throws SQLException;

    /** Waits until no other node is in its start-up. */
    void lockStart(Session session) throws SQLException;

    /**
     * Keeps a table until the end of the transaction, waited for in line: alone, or together with all who do not want it alone.
     * Reading is free for everybody.
     */
    void lockTable(Session session, String table, boolean alone) throws SQLException;

    /** Whether that table is where the store's are. */
    boolean hasTable(Session session, String name) throws SQLException;

    String durability(Session session) throws SQLException;

    /** Whether the transaction was the loser of a conflict and may simply run again. */
    boolean lostConflict(SQLException e);

    /** Whether a lock that somebody else holds was waited for in vain. */
    boolean lockedOut(SQLException e);

    /**
     * What became of the transaction of a {@link Session#mark mark}. A mark is only there where the database can be asked.
     *
     * @throws SQLException when it does not say, which tells nothing
     */
    Fate fate(Session session, String mark) throws SQLException;

    /** Whether a commit that failed so was certainly not done. */
    boolean certainlyNotCommitted(SQLException e);

    /** What to do about it, for an operator. */
    String advice(SQLException e);

    /**
     * Makes a connection ready.
     *
     * @param silenceMillis how long it may block
     * @return leaves it as a pool expects it back
     */
    Undo prepare(Connection connection, int silenceMillis) throws SQLException;

    /** Lets other processes know, at the commit, that messages may be due; does nothing where nobody can be told. */
    void tellDue(Session session) throws SQLException;

    /**
     * Lets what follows in the transaction take as long as it takes: an index on a large table is not made within anybody's
     * patience.
     *
     * @return gives the connection its bounds back
     */
    Undo unhurried(Session session) throws SQLException;

    /**
     * Bounds the waits of what is done in somebody else's transaction.
     *
     * @return gives the transaction its own bounds back
     * @throws SQLException also where transactions cannot be shared
     */
    Undo join(Connection connection) throws SQLException;

    /** Takes a preparation back. */
    @FunctionalInterface
    interface Undo {
        void run() throws SQLException;
    }
}
