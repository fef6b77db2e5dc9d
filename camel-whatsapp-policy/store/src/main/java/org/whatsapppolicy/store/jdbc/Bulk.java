package org.whatsapppolicy.store.jdbc;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A change of many rows at once. PostgreSQL takes all of them as arrays in one statement; SQLite runs a statement a row,
 * because there calls cost nothing and arrays do not exist.
 *
 * @param kind what happens to the rows
 * @param table of which table
 * @param then what an insert does on a conflict, or nothing; of a change the change itself
 * @param columns in the order of the values; of an update or a change the first tells the row, of a delete all do
 */
record Bulk(Kind kind, String table, String then, List<Column> columns) {

    private static final Pattern NAMED = Pattern.compile(":(\\w+)");

    enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        CHANGE
    }

    static Bulk insert(String table, String then, Column... columns) {
        return new Bulk(Kind.INSERT, table, then, List.of(columns));
    }

    static Bulk update(String table, Column... columns) {
        return new Bulk(Kind.UPDATE, table, "", List.of(columns));
    }

    /**
     * A change that says itself what it does and to which rows, as {@code set ... $from where ...}; {@code :name} is the value of
     * that column in the row of values.
     */
    static Bulk change(String table, String how, Column... columns) {
        return new Bulk(Kind.CHANGE, table, how, List.of(columns));
    }

    static Bulk delete(String table, Column... columns) {
        return new Bulk(Kind.DELETE, table, "", List.of(columns));
    }

    /** With a parameter for each column: one execution changes one row. */
    String textForOneRow() {
        String sql =
                switch (kind) {
                    case INSERT -> "insert into " + table + " (" + names() + ") values (" + parameters() + ") " + then;
                    case UPDATE -> {
                        String set = IntStream.range(1, columns.size())
                                .mapToObj(i -> columns.get(i).name + " = ?" + (i + 1))
                                .collect(Collectors.joining(", "));
                        yield "update " + table + " set " + set + " where " + columns.get(0).name + " = ?1";
                    }
                    case DELETE ->
                        "delete from " + table + " where "
                                + columns.stream().map(c -> c.name + " = ?").collect(Collectors.joining(" and "));
                    case CHANGE -> "update " + table + " " + changing("", i -> "?" + (i + 1));
                };
        return sql.strip();
    }

    /**
     * With all rows from one source.
     *
     * @param source a table {@code v} with exactly these columns
     */
    String textFromSource(String source) {
        String key = columns.get(0).name;
        String sql =
                switch (kind) {
                    case INSERT ->
                        "insert into " + table + " (" + names() + ") select " + names() + " from " + source + " "
                                + then;
                    case UPDATE ->
                        "update " + table + " set " + equal(columns.stream().skip(1), "", ", ") + " from " + source
                                + " where " + table + "." + key + " = v." + key;
                    case DELETE ->
                        "delete from " + table + " using " + source + " where "
                                + equal(columns.stream(), table + ".", " and ");
                    case CHANGE ->
                        "update " + table + " " + changing("from " + source, i -> "v." + columns.get(i).name);
                };
        return sql.strip();
    }

    private static String equal(Stream<Column> columns, String prefix, String between) {
        return columns.map(c -> prefix + c.name + " = v." + c.name).collect(Collectors.joining(between));
    }

    private String changing(String from, IntFunction<String> value) {
        List<String> names = columns.stream().map(Column::name).toList();
        // Whole names: there are some that others begin with.
        String sql = NAMED.matcher(then).replaceAll(found -> {
            int i = names.indexOf(found.group(1));
            if (i < 0) {
                throw new IllegalArgumentException("found " + found.group() + ", expected one of " + names);
            }
            return Matcher.quoteReplacement(value.apply(i));
        });
        return sql.replace("$from", from);
    }

    /** Tells it apart from any other. */
    String key() {
        return kind + " " + table + " " + names();
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String parameters() {
        return columns.stream().map(c -> "?").collect(Collectors.joining(", "));
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
     * A column.
     *
     * @param name as the table calls it
     * @param type its type
     */
    record Column(String name, Type type) {}
}
