package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements, used by one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Dialect.Undo undo;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final IdentityHashMap<Bulk, PreparedStatement> bulks = new IdentityHashMap<>();

    Session(Connection connection, Dialect dialect, int silenceMillis) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.undo = dialect.prepare(connection, silenceMillis);
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
            List<T> values = new ArrayList<>();
            Row row = new Row(result, dialect);
            while (row.next()) {
                values.add(reader.read(row));
            }
            return values;
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
        return rows.isEmpty() ? 0 : dialect.bulk(prepared(bulk), bulk, rows);
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
        PreparedStatement statement = prepared(sql);
        int index = 0;
        for (Object parameter : parameters) {
            index++;
            if (parameter == null) {
                statement.setNull(index, Types.NULL);
            } else if (parameter instanceof Instant instant) {
                statement.setLong(index, instant.toEpochMilli());
            } else {
                dialect.bind(statement, index, parameter);
            }
        }
        return statement;
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

    private void forgetStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        for (PreparedStatement statement : bulks.values()) {
            statement.close();
        }
        statements.clear();
        bulks.clear();
    }

    @Override
    public void close() throws SQLException {
        forgetStatements();
        connection.close();
    }
}
