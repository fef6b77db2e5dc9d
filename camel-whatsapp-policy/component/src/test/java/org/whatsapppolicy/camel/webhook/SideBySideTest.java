package org.whatsapppolicy.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events of different people go through the route side by side (S-46), on no more threads than that takes")
class SideBySideTest {

    private final Queue<Runnable> woken = new ArrayDeque<>();
    private final SideBySide work = new SideBySide(woken::add);
    private final List<String> done = new ArrayList<>();

    private List<Runnable> pieces(String... names) {
        return List.of(names).stream()
                .<Runnable>map(name -> () -> done.add(name))
                .toList();
    }

    @Test
    void quick_pieces_are_done_by_the_thread_that_is_awake() {
        work.run(pieces("a", "b", "c"));
        assertThat(woken).hasSize(1);
        woken.remove().run();
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(woken).as("woken for b, and comes too late").hasSize(1);
        woken.remove().run();
        assertThat(woken).isEmpty();
    }

    @Test
    void pieces_that_block_all_run_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(5);
            Runnable blocking = () -> await(together);
            new SideBySide(threads).run(List.of(blocking, blocking, blocking, blocking));
            await(together);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("they did not all come", e);
        }
    }

    @Test
    void one_that_breaks_leaves_the_others_to_another_thread() {
        work.run(List.of(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> done.add("b")));
        assertThatThrownBy(woken.remove()::run).hasMessage("broken");
        while (!woken.isEmpty()) {
            woken.remove().run();
        }
        assertThat(done).containsExactly("b");
    }

    @Test
    void a_pool_that_ends_leaves_the_rest_to_those_that_are_awake() {
        List<Runnable> first = new ArrayList<>();
        SideBySide ending = new SideBySide(task -> {
            if (!first.isEmpty()) {
                throw new RejectedExecutionException("ends");
            }
            first.add(task);
        });
        ending.run(pieces("a", "b"));
        first.get(0).run();
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    @DisplayName("S-46: pieces for which no thread can be started wait until it is tried again")
    void pieces_without_a_thread_wait_until_it_is_tried_again() {
        AtomicBoolean crowded = new AtomicBoolean(true);
        SideBySide waiting = new SideBySide(task -> {
            if (crowded.get()) {
                throw new RejectedExecutionException("no thread can be started just now");
            }
            woken.add(task);
        });
        waiting.run(pieces("a"));
        waiting.again();
        crowded.set(false);
        waiting.again();
        waiting.again();
        assertThat(woken).hasSize(1);
        woken.remove().run();
        assertThat(done).containsExactly("a");
    }
}
