package org.whatsapppolicy.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a result from left to right. */
final class Row {

    private final ResultSet result;
    private final Dialect dialect;
    private int column;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    UUID id() throws SQLException {
        return Objects.requireNonNull(dialect.uuid(result, ++column));
    }

    @Nullable
    UUID idOrNull() throws SQLException {
        return dialect.uuid(result, ++column);
    }

    String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return result.getString(++column);
    }

    long number() throws SQLException {
        return result.getLong(++column);
    }

    @Nullable
    Long numberOrNull() throws SQLException {
        long value = result.getLong(++column);
        return value == 0 && result.wasNull() ? null : Long.valueOf(value);
    }

    int small() throws SQLException {
        return result.getInt(++column);
    }

    boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    Instant instant() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    @Nullable
    Instant instantOrNull() throws SQLException {
        Long value = numberOrNull();
        return value == null ? null : Instant.ofEpochMilli(value);
    }

    @Nullable
    ZoneId zoneOrNull() throws SQLException {
        String value = textOrNull();
        return value == null ? null : ZoneId.of(value);
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
