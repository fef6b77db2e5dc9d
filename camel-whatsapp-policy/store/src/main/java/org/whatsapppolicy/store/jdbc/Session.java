package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements, used by one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Dialect.Undo undo;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final IdentityHashMap<Bulk, PreparedStatement> bulks = new IdentityHashMap<>();
    private final Map<List<String>, PreparedStatement> trips = new HashMap<>();
    private @Nullable String beginning;
    private @Nullable String mark;
    private @Nullable Seals seals;
    private boolean open;
    private final EnumSet<Note> notes = EnumSet.noneOf(Note.class);

    Session(Connection connection, Dialect dialect, int silenceMillis) throws SQLException {
        this(connection, dialect, dialect.prepare(connection, silenceMillis));
    }

    private Session(Connection connection, Dialect dialect, Dialect.Undo undo) {
        this.connection = connection;
        this.dialect = dialect;
        this.undo = undo;
    }

    /** In a transaction of somebody else. */
    static Session guest(Connection connection, Dialect dialect) throws SQLException {
        return new Session(connection, dialect, dialect.join(connection));
    }

    /** For work on columns that are encrypted. */
    Session with(@Nullable Seals keys) {
        seals = keys;
        return this;
    }

    /** What it takes to encrypt, or null when nothing is. */
    @Nullable
    Seals seals() {
        return seals;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Every row, in the order in which the database gives them. */
    <T> List<T> query(String sql, Row.Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(sql, parameters);
        try (ResultSet result = statement.executeQuery()) {
            return read(result, reader);
        }
    }

    <T> List<T> read(ResultSet result, Row.Reader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        Row row = new Row(result, dialect, seals);
        while (row.next()) {
            values.add(reader.read(row));
        }
        return values;
    }

    /** Runs the steps in their order; what the transaction begins with goes along. */
    void together(List<Trip.Step<?>> steps) throws SQLException {
        if (!dialect.takesSeveral()) {
            for (Trip.Step<?> step : steps) {
                step.alone(this);
            }
            return;
        }
        String first = beginning;
        beginning = null;
        PreparedStatement statement = prepared(first, steps);
        int index = 1;
        for (Trip.Step<?> step : steps) {
            index = step.bind(dialect, statement, index);
        }
        statement.execute();
        if (first != null) {
            try (ResultSet result = statement.getResultSet()) {
                mark = result.next() ? result.getString(1) : null;
            }
            statement.getMoreResults();
        }
        for (Trip.Step<?> step : steps) {
            step.take(this, statement);
            statement.getMoreResults();
        }
    }

    private PreparedStatement prepared(@Nullable String first, List<Trip.Step<?>> steps) throws SQLException {
        List<String> key = new ArrayList<>();
        key.add(first == null ? "" : first);
        steps.forEach(step -> key.add(step.key()));
        PreparedStatement known = trips.get(key);
        if (known == null) {
            List<String> texts = new ArrayList<>();
            if (first != null) {
                texts.add(first);
            }
            steps.forEach(step -> texts.add(step.text(dialect)));
            known = connection.prepareStatement(String.join(";\n", texts));
            trips.put(key, known);
        }
        return known;
    }

    /**
     * Has a query without parameters run before anything else in the transaction; it goes with the first statements, and not at
     * all when there are none. Its first column is the mark of the transaction, or null.
     */
    void beginWith(@Nullable String query) {
        beginning = query;
        mark = null;
    }

    /** By which {@link Dialect#fate} knows the transaction, or null. */
    @Nullable
    String mark() {
        return mark;
    }

    /** Notes that a transaction began or ended; for drivers that do not know. */
    void open(boolean now) {
        open = now;
    }

    /** Whether a transaction {@link #open(boolean) began} and did not end. */
    boolean isOpen() {
        return open;
    }

    /** Somebody will want to know when this was committed. */
    void note(Note what) {
        notes.add(what);
    }

    /** The notes since this was last asked. */
    Set<Note> takeNotes() {
        Set<Note> were = EnumSet.copyOf(notes);
        notes.clear();
        return were;
    }

    private void begin() throws SQLException {
        String first = beginning;
        if (first != null) {
            beginning = null;
            query(first, row -> Optional.ofNullable(row.textOrNull())).forEach(found -> mark = found.orElse(null));
        }
    }

    /** The first row. */
    <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows; returns how many. */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** Runs a statement for many rows; returns how many rows of the table it touched. */
    int bulk(Bulk bulk, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        begin();
        return dialect.bulk(prepared(bulk), bulk, rows);
    }

    /** The same; how many rows of the table each row of values touched. Only where {@link Dialect#each} is. */
    int[] each(Bulk bulk, List<@Nullable Object[]> rows) throws SQLException {
        begin();
        return dialect.each(prepared(bulk), bulk, rows);
    }

    /** Runs a statement that will not come again. */
    void runOnce(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement without parameters and results. */
    void run(String sql) throws SQLException {
        prepared(sql).execute();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        begin();
        PreparedStatement statement = prepared(sql);
        bind(dialect, statement, 1, parameters);
        return statement;
    }

    static int bind(Dialect dialect, PreparedStatement statement, int from, @Nullable Object... parameters)
            throws SQLException {
        int index = from;
        for (Object parameter : parameters) {
            if (parameter == null) {
                statement.setNull(index, Types.NULL);
            } else if (parameter instanceof Instant instant) {
                statement.setLong(index, instant.toEpochMilli());
            } else {
                dialect.bind(statement, index, parameter);
            }
            index++;
        }
        return index;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(dialect.text(sql));
            statements.put(sql, known);
        }
        return known;
    }

    private PreparedStatement prepared(Bulk bulk) throws SQLException {
        PreparedStatement known = bulks.get(bulk);
        if (known == null) {
            known = connection.prepareStatement(dialect.text(bulk));
            bulks.put(bulk, known);
        }
        return known;
    }

    /** Leaves the connection as it came. */
    void leave() throws SQLException {
        forgetStatements();
        undo.run();
    }

    void forgetStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        for (PreparedStatement statement : bulks.values()) {
            statement.close();
        }
        for (PreparedStatement statement : trips.values()) {
            statement.close();
        }
        statements.clear();
        bulks.clear();
        trips.clear();
    }

    @Override
    public void close() throws SQLException {
        forgetStatements();
        connection.close();
    }
}
