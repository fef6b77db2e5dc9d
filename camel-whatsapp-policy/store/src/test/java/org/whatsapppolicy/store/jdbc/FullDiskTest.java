package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.TestPostgres;

/** On a small file system in memory, which only root can mount: elsewhere this is skipped and says so. */
@DisplayName(
        "A disk that is full is told within a bound, takes nothing half, and is no trouble any more when there is room")
class FullDiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final StoreOptions HASTY =
            StoreOptions.DEFAULTS.frozenAt(TUESDAY_9).patience(PATIENCE);

    private final PolicyEngine engine = aDocument().engine();
    private final Path disk;
    private final List<SendRequest> recorded = new ArrayList<>();

    FullDiskTest(@TempDir Path folder) {
        this.disk = folder;
    }

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        if (!run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString())) {
            throw new TestAbortedException("no small file system can be mounted here: it takes root on Linux");
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void of_a_file() throws IOException {
        try (PolicyStore store = PolicyStores.sqlite(disk.resolve("policy.db"), HASTY)) {
            goesThrough(store);
        }
        try (PolicyStore store = PolicyStores.sqlite(disk.resolve("policy.db"), HASTY)) {
            assertThat(recorded)
                    .allSatisfy(one -> assertThat(store.message(one.id())).isPresent());
        }
    }

    @Test
    void of_the_data_of_a_server() throws IOException, SQLException {
        TestPostgres.assumeAvailable();
        Path space = Files.createDirectory(disk.resolve("space"));
        try (EmbeddedPostgres server = TestPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (HikariDataSource first = TestPostgres.pool(url, 1);
                    Connection connection = first.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create tablespace small location '" + space + "'");
                statement.execute("alter database postgres set default_tablespace = 'small'");
            }
            try (HikariDataSource pool = TestPostgres.pool(url, 4);
                    PolicyStore store = PolicyStores.jdbc(pool, HASTY)) {
                goesThrough(store);
            }
        }
    }

    private void goesThrough(PolicyStore store) throws IOException {
        store.activate(engine.document(), "test");
        send(store);
        Path ballast = disk.resolve("ballast");
        fill(ballast);

        StoreUnavailableException told = untilItIsTold(store);

        assertThat(told).hasMessageContaining("disk is full");
        assertThat(told.commitUnknown()).isFalse();
        assertThat(recorded)
                .as("what was answered is there, and can be read")
                .allSatisfy(one -> assertThat(store.message(one.id())).isPresent());

        Files.delete(ballast);
        send(store);
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
        assertThat(store.lookup(ALICE, Duration.ZERO).consents().optOuts()).hasSize(1);
        assertThat(recorded)
                .allSatisfy(one -> assertThat(store.message(one.id())).isPresent());
    }

    private void send(PolicyStore store) {
        List<SendRequest> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(aSend().build());
        }
        List<Admission> admissions = store.decide(batch, engine);
        assertThat(admissions).hasSize(200);
        recorded.addAll(batch);
    }

    /** What is allocated already may take a few batches more. */
    private StoreUnavailableException untilItIsTold(PolicyStore store) {
        for (int i = 0; i < 500; i++) {
            long begun = System.nanoTime();
            Throwable problem = catchThrowable(() -> send(store));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            if (problem != null) {
                assertThat(problem).isInstanceOf(StoreUnavailableException.class);
                return (StoreUnavailableException) problem;
            }
        }
        throw new AssertionError("found room for 100,000 messages, expected none");
    }

    private static void fill(Path ballast) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("space");
        }
    }
}
