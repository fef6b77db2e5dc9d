package org.whatsapppolicy.benchmarks.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Which statements a PostgreSQL server spends its time on, where {@code -Dstatements=true} asks for that; counting costs a little. */
public final class Statements {

    static final boolean WANTED = Boolean.getBoolean("statements");

    private static final String TOP =
            "select (total_exec_time + total_plan_time) * 1000, total_plan_time * 1000, calls,"
                    + " rows, wal_bytes, regexp_replace(left(query, 400), '\\s+', ' ', 'g')"
                    + " from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())"
                    + " order by 1 desc limit 20";

    private Statements() {}

    /** Begins to count anew. */
    public static void forget(DataSource pool) throws SQLException {
        if (WANTED) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                statement.execute("select pg_stat_statements_reset()");
            }
        }
    }

    /** Prints those that took longest, in microseconds of so many messages each. */
    public static void print(DataSource pool, int messages) throws SQLException {
        if (!WANTED) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TOP)) {
            while (row.next()) {
                System.out.printf(
                        "    %6.2f us a message, planning %5.2f, %.3f calls, %.2f rows, %4.0f bytes of log: %s%n",
                        row.getDouble(1) / messages,
                        row.getDouble(2) / messages,
                        row.getDouble(3) / messages,
                        row.getDouble(4) / messages,
                        row.getDouble(5) / messages,
                        row.getString(6));
            }
        }
    }
}
