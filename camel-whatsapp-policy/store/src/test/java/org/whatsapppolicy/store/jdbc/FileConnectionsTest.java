package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FileConnections files;

    @BeforeEach
    void open() {
        files = files(PATIENCE);
    }

    @AfterEach
    void close() {
        files.close();
    }

    private FileConnections files(Duration patience) {
        return new FileConnections(folder.resolve("policy.db"), new SqliteDialect(InstantSource.system()), patience);
    }

    /** Somebody who waits for the writer by now. */
    private CompletableFuture<Session> waiting() {
        CompletableFuture<Session> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(files.writer());
            } catch (SQLException e) {
                answer.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return answer;
    }

    @Test
    void who_waits_for_a_writer_that_broke_gets_another_at_once() throws Exception {
        Session first = files.writer();
        CompletableFuture<Session> second = waiting();
        files.giveBack(first, true);
        Session other = second.get(PATIENCE.toSeconds() / 2, TimeUnit.SECONDS);
        assertThat(other).isNotSameAs(first);
        assertThat(first.connection().isClosed()).isTrue();
        files.giveBack(other, false);
    }

    @Test
    void who_waits_gets_the_writer_that_comes_back() throws Exception {
        Session first = files.writer();
        CompletableFuture<Session> second = waiting();
        files.giveBack(first, false);
        assertThat(second.get(PATIENCE.toSeconds() / 2, TimeUnit.SECONDS)).isSameAs(first);
        files.giveBack(first, false);
    }

    @Test
    void a_connection_that_comes_back_after_the_end_is_closed() throws SQLException {
        Session late = files.writer();
        files.close();
        files.giveBack(late, false);
        assertThat(late.connection().isClosed()).isTrue();
        assertThatThrownBy(files::writer).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    }

    @Test
    void the_wait_has_an_end() throws SQLException {
        FileConnections hasty = files(Duration.ofMillis(20));
        Session only = hasty.writer();
        assertThatThrownBy(hasty::writer).isInstanceOf(SQLException.class).hasMessageContaining("within 20 ms");
        hasty.giveBack(only, false);
        hasty.close();
    }
}
