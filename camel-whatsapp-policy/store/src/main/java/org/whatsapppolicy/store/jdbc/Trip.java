package org.whatsapppolicy.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together and are run one after the other, each seeing what the others before it did and
 * what was committed meanwhile. Where the database is another process, that is one round trip for all of them. Used by one
 * thread, once.
 */
final class Trip {

    private final Session session;
    private final List<Step<?>> steps = new ArrayList<>();

    Trip(Session session) {
        this.session = session;
    }

    /** Asks for every row, in the order in which the database gives them. */
    <T> Found<List<T>> query(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return added(new Query<>(sql, reader, parameters));
    }

    /** Changes many rows, or none when there are none; tells how many it touched. */
    Found<Integer> bulk(Bulk bulk, List<@Nullable Object[]> rows) {
        return rows.isEmpty() ? new Found<>(0) : added(new Change(bulk, rows));
    }

    /** The same for values that begin with an id; tells the ids of those that touched a row. */
    Found<Set<UUID>> touching(Bulk bulk, List<@Nullable Object[]> rows) {
        return rows.isEmpty() ? new Found<>(Set.of()) : added(new Touch(bulk, rows));
    }

    /** Changes what a statement with these parameters says; tells how many rows it touched. */
    Found<Integer> update(String sql, @Nullable Object... parameters) {
        return added(new Update(sql, parameters));
    }

    private <T> Found<T> added(Step<T> step) {
        steps.add(step);
        return step.found;
    }

    /** See {@link Session#note}. */
    void note(Note what) {
        session.note(what);
    }

    /** Goes and comes back. */
    void go() throws SQLException {
        if (!steps.isEmpty()) {
            session.together(List.copyOf(steps));
            steps.clear();
        }
    }

    /** What a step brings back. */
    static final class Found<T> {

        private @Nullable T value;

        Found(@Nullable T value) {
            this.value = value;
        }

        T get() {
            T there = value;
            if (there == null) {
                throw new IllegalStateException("the trip has not been made yet");
            }
            return there;
        }
    }

    /** One statement of a trip. */
    abstract static sealed class Step<T> permits Query, Change, Touch, Update {

        final Found<T> found = new Found<>(null);

        /** Tells apart statements whose texts differ. */
        abstract String key();

        abstract String text(Dialect dialect);

        /** Binds its parameters behind those of the steps before; returns the next free index. */
        abstract int bind(Dialect dialect, PreparedStatement statement, int index) throws SQLException;

        /** Takes its result out of a statement that was run for all steps. */
        abstract void take(Session session, PreparedStatement all) throws SQLException;

        /** Runs by itself. */
        abstract void alone(Session session) throws SQLException;

        final void come(T value) {
            found.value = value;
        }

        static ResultSet rows(PreparedStatement all) throws SQLException {
            ResultSet result = all.getResultSet();
            if (result == null) {
                throw new SQLException("found a number of rows, expected rows");
            }
            return result;
        }
    }

    private static final class Query<T> extends Step<List<T>> {

        private final String sql;
        private final Row.Reader<T> reader;
        private final @Nullable Object[] parameters;

        Query(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
            this.sql = sql;
            this.reader = reader;
            this.parameters = parameters;
        }

        @Override
        String key() {
            return sql;
        }

        @Override
        String text(Dialect dialect) {
            return dialect.text(sql);
        }

        @Override
        int bind(Dialect dialect, PreparedStatement statement, int index) throws SQLException {
            return Session.bind(dialect, statement, index, parameters);
        }

        @Override
        void take(Session session, PreparedStatement all) throws SQLException {
            try (ResultSet result = rows(all)) {
                come(session.read(result, reader));
            }
        }

        @Override
        void alone(Session session) throws SQLException {
            come(session.query(sql, reader, parameters));
        }
    }

    private static final class Change extends Step<Integer> {

        private final Bulk bulk;
        private final List<@Nullable Object[]> rows;

        Change(Bulk bulk, List<@Nullable Object[]> rows) {
            this.bulk = bulk;
            this.rows = rows;
        }

        @Override
        String key() {
            return bulk.key();
        }

        @Override
        String text(Dialect dialect) {
            return dialect.text(bulk);
        }

        @Override
        int bind(Dialect dialect, PreparedStatement statement, int index) throws SQLException {
            return dialect.bind(statement, index, bulk, rows);
        }

        @Override
        void take(Session session, PreparedStatement all) throws SQLException {
            come(all.getUpdateCount());
        }

        @Override
        void alone(Session session) throws SQLException {
            come(session.bulk(bulk, rows));
        }
    }

    private static final class Touch extends Step<Set<UUID>> {

        private final Bulk bulk;
        private final List<@Nullable Object[]> rows;

        Touch(Bulk bulk, List<@Nullable Object[]> rows) {
            this.bulk = bulk;
            this.rows = rows;
        }

        @Override
        String key() {
            return "touch " + bulk.key();
        }

        @Override
        String text(Dialect dialect) {
            return dialect.text(bulk) + " returning " + bulk.table() + "."
                    + bulk.columns().get(0).name();
        }

        @Override
        int bind(Dialect dialect, PreparedStatement statement, int index) throws SQLException {
            return dialect.bind(statement, index, bulk, rows);
        }

        @Override
        void take(Session session, PreparedStatement all) throws SQLException {
            try (ResultSet result = rows(all)) {
                come(new HashSet<>(session.read(result, Row::id)));
            }
        }

        @Override
        void alone(Session session) throws SQLException {
            Set<UUID> touched = new HashSet<>();
            int[] counts = session.each(bulk, rows);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 && rows.get(i)[0] instanceof UUID id) {
                    touched.add(id);
                }
            }
            come(touched);
        }
    }

    private static final class Update extends Step<Integer> {

        private final String sql;
        private final @Nullable Object[] parameters;

        Update(String sql, @Nullable Object... parameters) {
            this.sql = sql;
            this.parameters = parameters;
        }

        @Override
        String key() {
            return sql;
        }

        @Override
        String text(Dialect dialect) {
            return dialect.text(sql);
        }

        @Override
        int bind(Dialect dialect, PreparedStatement statement, int index) throws SQLException {
            return Session.bind(dialect, statement, index, parameters);
        }

        @Override
        void take(Session session, PreparedStatement all) throws SQLException {
            come(all.getUpdateCount());
        }

        @Override
        void alone(Session session) throws SQLException {
            come(session.update(sql, parameters));
        }
    }
}
