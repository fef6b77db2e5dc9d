package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile @Nullable StoreUnavailableException away;

    @AfterEach
    void stop() {
        writers.shutdownNow();
    }

    private Batching<Batching.Waiting> batching(int parallel, long patience) {
        return batching(parallel, patience, 0);
    }

    private Batching<Batching.Waiting> batching(int parallel, long patience, long vain) {
        Batching.Manner manner = new Batching.Manner(
                parallel,
                100,
                10,
                LARGE,
                LARGE,
                took -> {
                    asked.release();
                    return patience;
                },
                vain);
        return new Batching<>(this::work, writers, manner);
    }

    private Contact work(List<Batching.Waiting> batch) {
        batches.add(batch.size());
        go.acquireUninterruptibly();
        return away == null ? Contact.ANSWERED : Contact.failed(away);
    }

    private void add(Batching<Batching.Waiting> batching, int many) {
        for (int i = 0; i < many; i++) {
            batching.add(failures::add);
        }
    }

    /** The second batch finds the store like this; behind it have waited two and an outcome, and another comes meanwhile. */
    private void secondBatchFinds(StoreUnavailableException found, Batching<Batching.Waiting> batching) {
        add(batching, 1);
        begun(1);
        add(batching, 12);
        batching.add(new Room(failures));
        go.release();
        begun(2);
        add(batching, 1);
        away = found;
        go.release();
        begun(3);
    }

    /** One that makes room. */
    private record Room(Queue<Throwable> failures) implements Batching.Waiting {
        @Override
        public void fail(Throwable cause) {
            failures.add(cause);
        }

        @Override
        public boolean always() {
            return true;
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
    @DisplayName(
            "Promise 5: a batch that waited in vain for the store tells so those who waited as long, however many they are")
    void a_batch_that_waited_in_vain_tells_those_who_waited_as_long() {
        StoreUnavailableException found = new StoreUnavailableException("the commit's answer was lost", null, true);
        secondBatchFinds(found, batching(1, 0));
        go.release();
        assertThat(batches)
                .as("the outcome, and the one that came later, have their turn")
                .containsExactly(1, 10, 2);
        assertThat(failures).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("nothing was recorded")
                .hasMessageContaining(found.getMessage())
                .hasCause(found)
                .satisfies(each -> assertThat(((StoreUnavailableException) each).commitUnknown())
                        .isFalse()));
    }

    @Test
    void who_is_held_by_somebody_else_says_nothing_of_those_behind() {
        secondBatchFinds(
                new StoreUnavailableException("locked", null, false) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean ofSomeOnly() {
                        return true;
                    }
                },
                batching(1, 0));
        go.release();
        assertThat(batches).containsExactly(1, 10, 4);
        assertThat(failures).isEmpty();
    }

    @Test
    @DisplayName(
            "What fails at once keeps nobody waiting, and may have been one connection: those behind have their own try")
    void what_fails_at_once_says_nothing_of_those_behind() {
        secondBatchFinds(new StoreUnavailableException("cut", null, false), batching(1, 0, LONG));
        go.release();
        assertThat(batches).containsExactly(1, 10, 4);
        assertThat(failures).isEmpty();
    }

    /** One writer's batch begins, others wait behind it, and it finds the store away after another writer's batch had ended so. */
    private void oneWriterWaitsInVainWhileAnother(Contact ended) {
        List<Semaphore> ends = new CopyOnWriteArrayList<>();
        Batching.Manner manner = new Batching.Manner(2, 100, 1, 1, LARGE, took -> 0, 0);
        Batching<Batching.Waiting> batching = new Batching<>(
                batch -> {
                    Semaphore end = new Semaphore(0);
                    ends.add(end);
                    batches.add(batch.size());
                    boolean third = batches.size() == 3;
                    end.acquireUninterruptibly();
                    return third ? Contact.failed(new StoreUnavailableException("cut", null, false)) : ended;
                },
                writers,
                manner);
        add(batching, 1);
        begun(1);
        add(batching, 5);
        begun(2);
        ends.get(0).release();
        begun(3);
        ends.get(1).release();
        begun(4);
        ends.get(2).release();
        await().until(() -> batches.size() == 5 || failures.size() == 2);
        ends.forEach(Semaphore::release);
    }

    @Test
    @DisplayName("When another writer got through meanwhile it was one connection: those behind have their own try")
    void what_only_one_writer_finds_says_nothing_of_those_behind() {
        oneWriterWaitsInVainWhileAnother(Contact.ANSWERED);
        assertThat(failures).isEmpty();
    }

    @Test
    @DisplayName("Promise 5: a batch that broke before it came to the store did not get through: those behind are told")
    void what_broke_before_it_came_to_the_store_says_nothing_of_it() {
        oneWriterWaitsInVainWhileAnother(Contact.NONE);
        assertThat(failures).hasSize(2);
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
