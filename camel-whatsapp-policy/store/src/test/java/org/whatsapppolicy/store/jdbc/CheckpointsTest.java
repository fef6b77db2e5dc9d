package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;

class CheckpointsTest {

    /** As SQLite writes it: a page and its head. */
    private static final long FRAME = 4_096 + 24;

    private final Path file;
    private final Path log;

    CheckpointsTest(@TempDir Path folder) {
        this.file = folder.resolve("policy.db");
        this.log = folder.resolve("policy.db-wal");
    }

    @Test
    void the_log_comes_into_the_file_before_the_writer_has_to_see_to_it() throws IOException {
        try (PolicyStore store = PolicyStores.sqlite(file, StoreOptions.DEFAULTS.frozenAt(TUESDAY_9))) {
            long before = Files.getLastModifiedTime(file).toMillis();
            for (int i = 0; i < Checkpoints.WRITES_BETWEEN; i++) {
                store.inbound(ALICE, TUESDAY_9.minusSeconds(i));
            }
            assertThat(Files.size(log)).as("far from where the writer does it").isLessThan(2_000 * FRAME);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.getLastModifiedTime(file).toMillis() > before);
        }
        assertThat(log).as("the last connection took all of it along").doesNotExist();
    }

    @Test
    @DisplayName("Promise 1: a checkpoint whose thread cannot be started fails no transaction, and is not the last")
    void one_whose_thread_cannot_be_started_is_not_the_last() {
        CountDownLatch opened = new CountDownLatch(1);
        ThreadPoolExecutor crowded = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
        crowded.setThreadFactory(task -> {
            crowded.setThreadFactory(Thread::new);
            throw new InternalError("unable to create native thread");
        });
        Checkpoints checkpoints = new Checkpoints(
                () -> {
                    opened.countDown();
                    throw new SQLException("enough");
                },
                crowded);
        for (int i = 0; i < 2 * Checkpoints.WRITES_BETWEEN; i++) {
            checkpoints.written();
        }
        checkpoints.close();
        assertThat(opened.getCount()).isZero();
    }
}
