package org.whatsapppolicy.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The demo's billing system: one table of slips. It has a file of its own, as a billing system has in life. */
final class BillingDatabase {

    private BillingDatabase() {}

    /** Opens the file and fills an empty one with the demo's slips. */
    static SQLiteDataSource open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        SQLiteDataSource database = new SQLiteDataSource(config);
        database.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean empty;
            try (var tables = connection.getMetaData().getTables(null, null, "slip", null)) {
                empty = !tables.next();
            }
            if (empty) {
                statement.executeUpdate(script());
            }
        }
        return database;
    }

    private static String script() {
        try (InputStream in = BillingDatabase.class.getResourceAsStream("/data/billing.sql")) {
            if (in == null) {
                throw new IllegalStateException("found no /data/billing.sql in the jar, expected the demo's billing table");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
