package org.whatsapppolicy.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** SQLite in a file, set so that a commit is on the disk when it returns. */
public final class Sqlite {

    private Sqlite() {}

    /** A pool of at most {@code connections} on the file; the caller closes it. */
    public static HikariDataSource pool(Path file, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** What a connection of the pool says of its own durability. */
    public static String durability(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return "journal_mode=" + pragma(connection, "journal_mode") + " synchronous="
                    + name(pragma(connection, "synchronous"));
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "?";
        }
    }

    private static String name(String synchronous) {
        return switch (synchronous) {
            case "0" -> "OFF";
            case "1" -> "NORMAL";
            case "2" -> "FULL";
            case "3" -> "EXTRA";
            default -> synchronous;
        };
    }
}
