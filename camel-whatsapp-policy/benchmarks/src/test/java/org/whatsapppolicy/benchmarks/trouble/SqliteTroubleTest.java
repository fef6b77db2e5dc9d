package org.whatsapppolicy.benchmarks.trouble;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteDataSource;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** The same on a file: full, read-only, held by somebody else. */
@SuppressWarnings("NullAway.Init")
class SqliteTroubleTest {

    private static final int SOME = 20;

    private SQLiteDataSource file;
    private SQLiteDataSource tables;
    private Site site;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        file = source(directory);
        tables = source(directory);
        site = new Site(directory, PolicyStores.jdbc(file, Site.OPTIONS), tables);
    }

    private static SQLiteDataSource source(Path directory) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("policy.db"));
        return source;
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @DisplayName("Disk full: a clear error, nothing recorded and nothing sent; room is enough to go on")
    void a_disk_that_is_full() throws Exception {
        site.send(SOME);
        site.told();
        file.getConfig().setPragma(Pragma.MAX_PAGE_COUNT, String.valueOf(pages() + 1));

        site.meets("disk is full");
        file.getConfig().setPragma(Pragma.MAX_PAGE_COUNT, "1000000");
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Read-only file: a clear error, nothing recorded and nothing sent; write access is enough to go on")
    void a_file_that_is_read_only() throws Exception {
        site.send(SOME);
        site.told();
        file.getConfig().setReadOnly(true);

        site.meets("read-only");
        file.getConfig().setReadOnly(false);
        site.send(SOME);

        site.judge();
    }

    @Test
    @DisplayName("Busy: another process writes for longer than patience lasts")
    void a_file_that_another_process_writes_to() throws Exception {
        site.send(SOME);
        try (Connection other = tables.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            site.meets("another process");
            statement.execute("rollback");
        }
        site.send(SOME);

        site.judge();
    }

    private int pages() throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma page_count")) {
            row.next();
            return row.getInt(1);
        }
    }
}
