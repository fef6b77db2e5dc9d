package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.whatsapppolicy.store.state.JsonString;

/** SQLite: one writer at a time, so nothing is locked row by row; no clock of its own, so the process's counts. */
final class SqliteDialect implements Dialect {

    private static final int CACHE_KIB = 8_192;

    private final InstantSource process;

    SqliteDialect(InstantSource process) {
        this.process = process;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String text(String sql) {
        // Left to itself it would sort everything that is held, because of the state in the other index.
        return sql.replace("$in", "in (select value from json_each(?))")
                .replace("$lock-p", "")
                .replace("$lock", "")
                .replace("$by-sender", "indexed by message_due_of_sender")
                .replace("$skip", "")
                .replace("$clock", "0");
    }

    @Override
    public String text(Bulk bulk) {
        return bulk.textForOneRow();
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(index, flag ? 1 : 0);
        } else if (value instanceof Keys keys) {
            statement.setString(index, json(keys));
        } else {
            statement.setString(index, value.toString());
        }
    }

    private static String json(Keys keys) {
        StringBuilder text = new StringBuilder(keys.values().size() * 40 + 2).append('[');
        for (Object value : keys.values()) {
            text.append(text.length() > 1 ? "," : "");
            if (keys.type() == Type.LONG) {
                text.append(value);
            } else {
                JsonString.append(text, value.toString());
            }
        }
        return text.append(']').toString();
    }

    @Override
    public boolean takesSeveral() {
        return false;
    }

    @Override
    public int bind(PreparedStatement statement, int index, Bulk bulk, List<@Nullable Object[]> rows) {
        throw new UnsupportedOperationException("SQLite takes one statement at a time");
    }

    @Override
    public int bulk(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException {
        return IntStream.of(each(statement, bulk, rows)).sum();
    }

    @Override
    public int[] each(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Object value = row[i];
                if (value == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    bind(statement, i + 1, value);
                }
            }
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    @Override
    public @Nullable UUID uuid(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        return text == null ? null : UUID.fromString(text);
    }

    @Override
    public void begin(Session session, boolean write) throws SQLException {
        session.run(write ? "begin immediate" : "begin");
        session.open(true);
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.run("commit");
        session.open(false);
    }

    @Override
    public void rollback(Session session) throws SQLException {
        if (session.isOpen()) {
            session.run("rollback");
            session.open(false);
        }
    }

    @Override
    public Instant clock(Session session) {
        return process.instant();
    }

    @Override
    public Instant clock(Row row) {
        return process.instant();
    }

    @Override
    public void lockStart(Session session) {
        // The transaction is the only writer already.
    }

    @Override
    public void lockTable(Session session, String table, boolean alone) {
        // The transaction is the only writer already.
    }

    @Override
    public boolean hasTable(Session session, String name) throws SQLException {
        return session.first("select 1 from sqlite_master where type = 'table' and name = ?", Row::small, name)
                .isPresent();
    }

    @Override
    public String durability(Session session) throws SQLException {
        String journal = session.first("pragma journal_mode", Row::text).orElse("?");
        int synchronous = session.first("pragma synchronous", Row::small).orElse(-1);
        List<String> names = List.of("off", "normal", "full", "extra");
        String level = synchronous < 0 || synchronous > 3 ? "?" : names.get(synchronous);
        return "sqlite journal_mode=" + journal.toLowerCase(Locale.ROOT) + " synchronous=" + level;
    }

    @Override
    public Undo prepare(Connection connection, int silenceMillis) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + silenceMillis);
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma wal_autocheckpoint = 4000");
            // Larger is slower: a commit that split pages looks at every page of the cache. The system's cache has the
            // rest.
            statement.execute("pragma cache_size = -" + CACHE_KIB);
        }
        // Nothing was changed that another user of the file would not want.
        return () -> {};
    }

    @Override
    public void tellDue(Session session) {
        // Other processes look for themselves.
    }

    @Override
    public Undo unhurried(Session session) {
        return () -> {};
    }

    @Override
    public Undo join(Connection connection) throws SQLException {
        throw new SQLException("an SQLite file has one writer: its transactions are not shared");
    }

    @Override
    public boolean lostConflict(SQLException e) {
        return false;
    }

    @Override
    public boolean lockedOut(SQLException e) {
        return false;
    }

    @Override
    public Fate fate(Session session, String mark) {
        return Fate.OPEN;
    }

    @Override
    public boolean certainlyNotCommitted(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_READONLY, SQLITE_CONSTRAINT -> true;
            default -> false;
        };
    }

    @Override
    public String advice(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "another process writes to the file for too long: find it, or use PostgreSQL for several nodes";
            case SQLITE_FULL -> "the disk is full: make room; nothing was recorded";
            case SQLITE_READONLY, SQLITE_PERM -> "the file or its folder is read-only: give the process write access";
            case SQLITE_CANTOPEN -> "the file cannot be opened: check that its folder exists and may be written";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "the file is no SQLite database or is damaged: restore it and declare freshStore: restored";
            default -> "check the disk and the file";
        };
    }

    private static SQLiteErrorCode primary(SQLException e) {
        if (e instanceof SQLiteException sqlite) {
            return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF);
        }
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
    }
}
