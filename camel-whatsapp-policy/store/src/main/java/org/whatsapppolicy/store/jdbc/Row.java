package org.whatsapppolicy.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.Wrapped;

/** Reads the columns of a result from left to right. */
final class Row {

    private final ResultSet result;
    private final Dialect dialect;
    private final @Nullable Seals seals;
    private int column;

    Row(ResultSet result, Dialect dialect, @Nullable Seals seals) {
        this.result = result;
        this.dialect = dialect;
        this.seals = seals;
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

    /** Reads {@link Sealed#columns}: what opens the encrypted columns of this row. */
    Opener opener() throws SQLException {
        Long key = numberOrNull();
        String wrapping = textOrNull();
        String wrapped = textOrNull();
        if (key == null) {
            return Opener.PLAIN;
        }
        if (wrapping == null || wrapped == null) {
            return Opener.ERASED;
        }
        if (seals == null) {
            throw new IllegalStateException("found encrypted rows and no key provider: open the store with the one that"
                    + " has the key " + wrapping);
        }
        return Opener.of(seals.sealing().unwrap(new Wrapped(wrapping, wrapped)));
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
