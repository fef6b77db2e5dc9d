package org.whatsapppolicy.store.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement over many rows at once. Its text reads them from {@code $rows}, a table with these columns: an unnest of arrays
 * on PostgreSQL, one execution a row on SQLite, where calls cost nothing and arrays do not exist.
 */
final class Bulk {

    private final String sql;
    private final List<Column> columns;

    private Bulk(String sql, List<Column> columns) {
        this.sql = sql;
        this.columns = columns;
    }

    static Bulk of(String sql, Column... columns) {
        return new Bulk(sql, List.of(columns));
    }

    /** Adds rows to a table, {@code $rows} being exactly its columns; {@code then} may say what happens on a conflict. */
    static Bulk insert(String table, String then, Column... columns) {
        String names = Stream.of(columns).map(Column::name).collect(Collectors.joining(", "));
        String sql = "insert into " + table + " (" + names + ") select " + names + " from $rows where true " + then;
        return of(sql.strip(), columns);
    }

    String sql() {
        return sql;
    }

    List<Column> columns() {
        return columns;
    }

    static Column id(String name) {
        return new Column(name, Type.ID);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Type.LONG);
    }

    static Column small(String name) {
        return new Column(name, Type.INT);
    }

    static Column flag(String name) {
        return new Column(name, Type.FLAG);
    }

    /**
     * A column of the rows.
     *
     * @param name as the statement calls it
     * @param type its type
     */
    record Column(String name, Type type) {}
}
