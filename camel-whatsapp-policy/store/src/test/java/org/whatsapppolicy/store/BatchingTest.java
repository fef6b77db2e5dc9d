package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What waits together is one batch")
class BatchingTest {

    private static final long LONG = Duration.ofSeconds(60).toNanos();
    private static final int LARGE = 4;

    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final Semaphore go = new Semaphore(0);
    /** It was asked how long to wait for others. */
    private final Semaphore asked = new Semaphore(0);

    private final Queue<Integer> batches = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        writers.shutdownNow();
    }

    private Batching<Batching.Waiting> batching(int parallel, long patience) {
        return new Batching<>(this::work, writers, new Batching.Manner(parallel, 100, 10, LARGE, LARGE, took -> {
            asked.release();
            return patience;
        }));
    }

    private void work(List<Batching.Waiting> batch) {
        batches.add(batch.size());
        go.acquireUninterruptibly();
    }

    private static void add(Batching<Batching.Waiting> batching, int many) {
        for (int i = 0; i < many; i++) {
            batching.add(cause -> {});
        }
    }

    private void begun(int batch) {
        await().until(() -> batches.size() == batch);
    }

    /** One that takes as long as it likes, behind which the given number waits. */
    private void first(Batching<Batching.Waiting> batching, int behind) {
        add(batching, 1);
        begun(1);
        add(batching, behind);
        go.release();
        begun(2);
    }

    @Test
    @DisplayName("after a large batch those that it answered come again, and are one batch as well")
    void after_a_large_batch_as_many_are_waited_for() {
        Batching<Batching.Waiting> batching = batching(1, LONG);
        first(batching, LARGE);
        go.release();
        asked.acquireUninterruptibly();
        add(batching, LARGE - 1);
        assertThat(batches).hasSize(2);
        add(batching, 1);
        begun(3);
        go.release();
        assertThat(batches).containsExactly(1, LARGE, LARGE);
    }

    @Test
    void a_small_batch_has_the_next_one_wait_for_nobody() {
        Batching<Batching.Waiting> batching = batching(1, LONG);
        first(batching, LARGE - 1);
        add(batching, 1);
        go.release();
        begun(3);
        go.release();
        assertThat(batches).containsExactly(1, LARGE - 1, 1);
    }

    @Test
    void who_does_not_come_is_not_waited_for_longer_than_that() {
        Batching<Batching.Waiting> batching = batching(1, 1);
        first(batching, LARGE);
        add(batching, 1);
        go.release();
        begun(3);
        go.release();
        assertThat(batches).containsExactly(1, LARGE, 1);
    }
}
