package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aSend;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.OutOfMemory;
import org.whatsapppolicy.store.kit.TestPostgres;

class SqliteFailureTest {

    private static final StoreOptions HASTY =
            StoreOptions.DEFAULTS.frozenAt(TUESDAY_9).patience(Duration.ofMillis(200));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final PolicyEngine engine = aDocument().engine();

    private List<SendRequest> batch() {
        List<SendRequest> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(aSend().build());
        }
        return batch;
    }

    @Test
    void a_full_disk_is_told_and_nothing_is_recorded() throws SQLException {
        SQLiteDataSource small = new SQLiteDataSource();
        small.setUrl("jdbc:sqlite:" + folder.resolve("full.db"));
        try (PolicyStore store = PolicyStores.jdbc(small, HASTY)) {
            store.activate(engine.document(), "test");
            int pages;
            try (Connection connection = small.getConnection();
                    Statement statement = connection.createStatement();
                    var result = statement.executeQuery("pragma page_count")) {
                pages = result.getInt(1);
            }
            small.getConfig().setPragma(org.sqlite.SQLiteConfig.Pragma.MAX_PAGE_COUNT, String.valueOf(pages + 1));
            List<SendRequest> batch = batch();
            assertThatThrownBy(() -> store.decide(batch, engine))
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.commitUnknown())
                            .isFalse())
                    .hasMessageContaining("disk is full");
            small.getConfig().setPragma(org.sqlite.SQLiteConfig.Pragma.MAX_PAGE_COUNT, "1000000");
            assertThat(store.message(batch.get(0).id())).isEmpty();
            assertThat(store.decide(batch, engine)).hasSize(200);
        }
    }

    @Test
    void a_file_held_by_another_writer_is_told_within_the_bound() throws SQLException {
        try (PolicyStore store = PolicyStores.sqlite(folder.resolve("busy.db"), HASTY);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("busy.db"));
                Statement statement = other.createStatement()) {
            store.activate(engine.document(), "test");
            statement.execute("begin immediate");
            assertThatThrownBy(() -> store.inbound(ALICE, TUESDAY_9))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("another process");
            statement.execute("rollback");
            store.inbound(ALICE, TUESDAY_9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update person", "commit"})
    void an_error_half_way_does_not_keep_the_file_from_other_writers(String where) {
        try (HikariDataSource pool = TestPostgres.pool("jdbc:sqlite:" + folder.resolve("error.db"), 2)) {
            OutOfMemory memory = new OutOfMemory(pool);
            try (PolicyStore store = PolicyStores.jdbc(memory.source(), HASTY)) {
                store.inbound(ALICE, TUESDAY_9);
                memory.at(where);
                assertThatThrownBy(() -> store.inbound(ALICE, TUESDAY_9.plusSeconds(1)))
                        .isInstanceOf(OutOfMemoryError.class);

                assertThat(store.lookup(ALICE, Duration.ZERO).lastInbound()).isEqualTo(TUESDAY_9);
                try (PolicyStore other = PolicyStores.sqlite(folder.resolve("error.db"), HASTY)) {
                    other.inbound(ALICE, TUESDAY_9);
                }
            }
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> PolicyStores.sqlite(folder.resolve("no/such/policy.db"), HASTY))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("could not");
    }

    @Test
    void a_file_that_is_no_database_is_told() throws IOException {
        Path file =
                Files.writeString(folder.resolve("text.db"), "just some text, and not too little of it. ".repeat(40));
        for (StoreOptions options : List.of(HASTY, HASTY.withoutSchema())) {
            assertThatThrownBy(() -> PolicyStores.sqlite(file, options))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("no SQLite database");
        }
    }

    @Test
    void a_store_that_was_closed_says_so() {
        PolicyStore store = PolicyStores.sqlite(folder.resolve("closed.db"), HASTY);
        store.close();
        assertThatThrownBy(store::now)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
    }
}
