package org.whatsapppolicy.store.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: READ COMMITTED, rows locked one by one, the server's clock. */
final class PostgresDialect implements Dialect {

    /** The first version that tells the fate of a transaction by its whole number, {@code pg_current_xact_id}. */
    static final int OLDEST = 13;

    private static final String CLOCK = "floor(extract(epoch from clock_timestamp()) * 1000000)::bigint";
    /** The channel on which nodes tell one another; the word is the schema of the store. */
    static final String DUE = "whatsapp_policy_due";
    /** SQL for the schema that the tables are in. */
    static final String SCHEMA = "coalesce(current_schema()::text, '')";

    private static final long START_LOCK = 0x77615F706F6C69L;

    /** The transaction as the server names it, also to whoever asks when its connection is gone. */
    private static final String MARK = "pg_current_xact_id()::text";

    private final long patienceMillis;
    private final String settings;

    PostgresDialect(long patienceMillis) {
        this.patienceMillis = patienceMillis;
        // Plans made before the server counted what the tables hold read whole tables, by themselves or for a join, or
        // all that an index has to sort it; every query here has its index, in its order, and looks few rows up in it.
        // Locks give up before statements do, because their error says what was waited for.
        // A process that is frozen inside of a transaction must not keep others from its rows for longer.
        this.settings = "set_config('lock_timeout', '" + patienceMillis / 2 + "', true), "
                + "set_config('statement_timeout', '" + patienceMillis + "', true), "
                + "set_config('idle_in_transaction_session_timeout', '" + patienceMillis + "', true), "
                + "set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), "
                + "set_config('enable_mergejoin', 'off', true), set_config('enable_bitmapscan', 'off', true)";
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String text(String sql) {
        return sql.replace("$in", "= any (?)")
                .replace("$lock-p", "for update of p")
                .replace("$lock", "for update")
                .replace("$by-sender", "")
                .replace("$skip", "skip locked")
                .replace("$clock", CLOCK);
    }

    @Override
    public String text(Bulk bulk) {
        String arrays = bulk.columns().stream()
                .map(c -> "?::" + c.type().postgres() + "[]")
                .collect(Collectors.joining(", "));
        return bulk.textFromSource("unnest(" + arrays + ") v(" + bulk.names() + ")");
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (value instanceof Keys keys) {
            statement.setArray(
                    index,
                    array(
                            statement,
                            keys.type(),
                            keys.values().toArray(keys.type().array(0))));
        } else if (value instanceof UUID id) {
            statement.setObject(index, id);
        } else {
            statement.setString(index, value.toString());
        }
    }

    private static Array array(PreparedStatement statement, Type type, @Nullable Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf(type.postgres(), values);
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    @Override
    public int bind(PreparedStatement statement, int index, Bulk bulk, List<@Nullable Object[]> rows)
            throws SQLException {
        int column = 0;
        for (Bulk.Column one : bulk.columns()) {
            @Nullable Object[] values = one.type().array(rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i)[column];
            }
            statement.setArray(index + column, array(statement, one.type(), values));
            column++;
        }
        return index + column;
    }

    @Override
    public int bulk(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) throws SQLException {
        bind(statement, 1, bulk, rows);
        return statement.executeUpdate();
    }

    @Override
    public int[] each(PreparedStatement statement, Bulk bulk, List<@Nullable Object[]> rows) {
        throw new UnsupportedOperationException("PostgreSQL takes all rows in one statement");
    }

    @Override
    public @Nullable UUID uuid(ResultSet result, int index) throws SQLException {
        return result.getObject(index, UUID.class);
    }

    @Override
    public void begin(Session session, boolean write) throws SQLException {
        session.beginWith("select " + (write ? MARK : "null::text") + ", " + settings);
    }

    /** What holds in each transaction, as columns of a select. */
    String settings() {
        return settings;
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.beginWith(null);
        session.connection().commit();
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.beginWith(null);
        session.connection().rollback();
    }

    @Override
    public Instant clock(Session session) throws SQLException {
        return session.first("select $clock", this::clock).orElseThrow();
    }

    @Override
    public Instant clock(Row row) throws SQLException {
        long micros = row.number();
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    @Override
    public void lockStart(Session session) throws SQLException {
        session.query("select pg_advisory_xact_lock(?)", row -> true, START_LOCK);
    }

    @Override
    public void lockTable(Session session, String table, boolean alone) throws SQLException {
        session.update("lock table " + table + " in " + (alone ? "exclusive" : "row share") + " mode");
    }

    @Override
    public boolean hasTable(Session session, String name) throws SQLException {
        return session.first("select to_regclass(?) is not null", Row::flag, name)
                .orElse(false);
    }

    @Override
    public String durability(Session session) throws SQLException {
        return "postgresql fsync=" + show(session, "fsync") + " synchronous_commit="
                + show(session, "synchronous_commit") + " full_page_writes=" + show(session, "full_page_writes");
    }

    private static String show(Session session, String name) throws SQLException {
        return session.first("select current_setting(?)", Row::text, name).orElse("?");
    }

    @Override
    public Undo prepare(Connection connection, int silenceMillis) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int silence = connection.getNetworkTimeout();
        connection.setAutoCommit(false);
        connection.setNetworkTimeout(Runnable::run, silenceMillis);
        return () -> {
            connection.setNetworkTimeout(Runnable::run, silence);
            connection.setAutoCommit(autoCommit);
        };
    }

    @Override
    public void tellDue(Session session) throws SQLException {
        session.query("select pg_notify('" + DUE + "', " + SCHEMA + ")", row -> true);
    }

    /** The same with a word of its own. */
    static boolean tell(Session session, String word) throws SQLException {
        session.query("select pg_notify('" + DUE + "', ?)", row -> true, word);
        return true;
    }

    @Override
    public Undo unhurried(Session session) throws SQLException {
        Connection connection = session.connection();
        int silence = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        session.runOnce("set local statement_timeout = 0");
        return () -> connection.setNetworkTimeout(Runnable::run, silence);
    }

    @Override
    public Undo join(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select current_setting('lock_timeout'), set_config('lock_timeout', '" + patienceMillis / 2
                                + "', true)");
                ResultSet result = statement.executeQuery()) {
            result.next();
            String before = result.getString(1);
            return () -> {
                try (PreparedStatement undo =
                        connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
                    undo.setString(1, before);
                    undo.execute();
                }
            };
        }
    }

    @Override
    public boolean lostConflict(SQLException e) {
        return switch (state(e)) {
            case "40001", "40P01" -> true;
            default -> false;
        };
    }

    @Override
    public boolean lockedOut(SQLException e) {
        return state(e).equals("55P03");
    }

    @Override
    public Fate fate(Session session, String mark) throws SQLException {
        String said = session.first("select coalesce(pg_xact_status(cast(? as xid8)), 'too old')", Row::text, mark)
                .orElse("");
        return switch (said) {
            case "committed" -> Fate.COMMITTED;
            case "aborted" -> Fate.NOT_COMMITTED;
            default -> Fate.OPEN;
        };
    }

    @Override
    public boolean certainlyNotCommitted(SQLException e) {
        String state = state(e);
        return !state.isEmpty() && !state.startsWith("08") && !state.startsWith("57");
    }

    @Override
    public String advice(SQLException e) {
        String state = state(e);
        if (state.equals("57014")) {
            return "the server was too slow: look for load and long transactions in pg_stat_activity";
        }
        if (state.equals("25P03")) {
            return "this process stood still in a transaction for longer than its patience: look for pauses";
        }
        if (state.equals("42501")) {
            return "the user of the database lacks a right: grant it";
        }
        if (state.equals("53100")) {
            return "the server's disk is full: make room; nothing was recorded";
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> "the database is away or shutting down: check that it runs and can be reached";
            case "53" -> "the server is out of memory or connections: make room";
            case "55" -> "a lock was held for too long: look for long transactions in pg_stat_activity";
            case "25" -> "the database takes no writes (a standby?): connect to the primary";
            case "28" -> "the database refused the login: check user and password";
            case "42" -> "a table or column is missing: apply the schema scripts";
            default -> "check the database and its log";
        };
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }
}
