package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.GroupReceive.Recorded;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.memory.MemoryStore;

/** Deliveries that come together are one transaction, and one that breaks takes nobody with it. */
class GroupReceiveTest {

    private final MemoryStore memory = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9));
    private final List<Integer> transactions = new ArrayList<>();
    private final Queue<Runnable> writers = new ArrayDeque<>();
    private RuntimeException breaking = new IllegalStateException("broken");
    private @Nullable RuntimeException breakingOnce;
    private boolean away;
    private int looks;

    /** The reference model, with transactions counted; breaks on receipts of the kind {@code broken}. */
    private final PolicyStore store = (PolicyStore) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("inbox")) {
                    return inbox();
                }
                if (method.getName().equals("now")) {
                    looks++;
                    if (away) {
                        throw breaking;
                    }
                }
                try {
                    return method.invoke(memory, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private final NodeRoute route = new NodeRoute();
    private final GroupReceive<String> group = new GroupReceive<>(store, writers::add, Runnable::run, 1, 3, route);

    /** The route of this node: notes what it gets. */
    private static final class NodeRoute implements GroupReceive.Route<String> {

        private final List<String> got = new ArrayList<>();
        private final List<Long> had = new ArrayList<>();
        private List<Long> ids = List.of();
        private boolean stopped;
        private int room;
        private int woken;

        @Override
        public int room() {
            return room;
        }

        @Override
        public List<Long> had() {
            List<Long> all = List.copyOf(had);
            had.clear();
            return all;
        }

        @Override
        public void hadNotRecorded(List<Long> again) {
            had.addAll(again);
        }

        @Override
        public boolean hand(List<GroupReceive.Handed<String>> events) {
            events.forEach(one -> got.add(one.event()));
            ids = events.stream().map(one -> one.queued().id()).toList();
            return !stopped;
        }

        @Override
        public void wake() {
            woken++;
        }
    }

    private Inbox inbox() {
        return (Inbox) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Inbox.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("take")) {
                        List<?> receipts = ((Intake) arguments[0]).receipts();
                        transactions.add(receipts.size());
                        RuntimeException once = breakingOnce;
                        breakingOnce = null;
                        if (once != null) {
                            throw once;
                        }
                        if (away
                                || receipts.stream()
                                        .anyMatch(r -> ((Receipt) r).kind().equals("broken"))) {
                            throw breaking;
                        }
                    }
                    return method.invoke(memory.inbox(), arguments);
                });
    }

    private static Receipt receipt(String key, String kind) {
        return new Receipt(key, kind, ALICE, null, null, null, "{}", null);
    }

    private CompletableFuture<Recorded> deliver(String... keys) {
        List<GroupReceive.Arriving<String>> arriving = new ArrayList<>();
        for (String key : keys) {
            Receipt receipt = receipt(key, key.startsWith("broken") ? "broken" : "message");
            arriving.add(new GroupReceive.Arriving<>(receipt, "event " + key));
        }
        return group.receive(now -> arriving);
    }

    private void write() {
        while (!writers.isEmpty()) {
            writers.remove().run();
        }
    }

    @Test
    void what_waits_together_is_one_transaction_and_everyone_gets_their_own_answers() {
        CompletableFuture<Recorded> first = deliver("m:1", "m:2");
        CompletableFuture<Recorded> again = deliver("m:2", "m:3");
        assertThat(first).isNotDone();
        write();
        assertThat(transactions).containsExactly(4);
        assertThat(first.join().fresh()).containsExactly(true, true);
        assertThat(again.join().fresh()).containsExactly(false, true);
    }

    @Test
    @DisplayName("S-46: a delivery that breaks is tried again alone; those beside it are recorded")
    void one_that_breaks_takes_nobody_with_it() {
        CompletableFuture<Recorded> good = deliver("m:1");
        CompletableFuture<Recorded> bad = deliver("broken:1");
        CompletableFuture<Recorded> other = deliver("m:2");
        write();
        assertThat(good.join().fresh()).containsExactly(true);
        assertThat(other.join().fresh()).containsExactly(true);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class).hasCause(breaking);
        assertThat(transactions).containsExactly(3, 1, 1, 1);
    }

    @Test
    void one_that_cannot_be_read_fails_alone_and_is_read_once() {
        List<String> reads = new ArrayList<>();
        CompletableFuture<Recorded> bad = group.receive(now -> {
            reads.add("read at " + now.instant());
            throw breaking;
        });
        CompletableFuture<Recorded> good = deliver("m:1");
        write();
        assertThat(good.join().fresh()).containsExactly(true);
        assertThat(bad).isCompletedExceptionally();
        assertThat(reads).containsExactly("read at " + TUESDAY_9);
    }

    @Test
    @DisplayName("A store that is away fails all of them at once, and none is tried again one by one")
    void a_store_that_is_away_fails_them_together() {
        away = true;
        breaking = new StoreUnavailableException("away", null, false);
        CompletableFuture<Recorded> one = deliver("m:1");
        CompletableFuture<Recorded> other = deliver("m:2");
        write();
        assertThat(transactions).containsExactly(2);
        assertThatThrownBy(one::join).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(other::join).hasCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    @DisplayName(
            "Promise 5: a batch that one breaks waits once for a store that is away, and not once for each beside it")
    void a_batch_that_is_taken_apart_waits_once_for_a_store_that_is_away() {
        breakingOnce = new IllegalStateException("one of them breaks");
        away = true;
        breaking = new StoreUnavailableException("away", null, false);
        CompletableFuture<Recorded> tried = deliver("m:1");
        List<CompletableFuture<Recorded>> behind = List.of(deliver("m:2"), deliver("m:3"));
        write();
        assertThat(transactions).containsExactly(3, 1);
        assertThatThrownBy(tried::join).hasCause(breaking);
        assertThat(behind).allSatisfy(one -> assertThatThrownBy(one::join)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("nothing was recorded of this one"));
    }

    @Test
    void what_does_not_fit_into_the_queue_is_refused_and_nothing_is_recorded_of_it() {
        List<CompletableFuture<Recorded>> fit = List.of(deliver("m:1"), deliver("m:2"), deliver("m:3"));
        CompletableFuture<Recorded> tooMuch = deliver("m:4");
        assertThatThrownBy(tooMuch::join)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("expected at most 3");
        write();
        assertThat(fit).allSatisfy(one -> assertThat(one.join().fresh()).containsExactly(true));
        assertThat(deliver("m:5")).isNotDone();
        write();
        assertThat(transactions).containsExactly(3, 1);
    }

    @Test
    @DisplayName("M-8: the route of this node gets what came, in its order and after the answer, as far as it has room")
    void the_route_gets_what_came() {
        route.room = 2;
        CompletableFuture<Recorded> one = deliver("m:1");
        CompletableFuture<Recorded> other = deliver("m:1", "m:2", "m:3");
        CompletableFuture<List<String>> before = one.thenApply(fresh -> List.copyOf(route.got));
        write();
        assertThat(route.got).containsExactly("event m:1", "event m:2");
        assertThat(before.join()).isEmpty();
        assertThat(other.join().fresh()).containsExactly(false, true, true);
        assertThat(route.woken).as("for m:3, which is in the table").isOne();
    }

    @Test
    @DisplayName("What the route has by now is recorded with what comes, and again when that failed")
    void what_the_route_has_is_recorded_with_what_comes() {
        route.room = 10;
        var unused = deliver("m:1");
        write();
        route.had.addAll(route.ids);
        away = true;
        breaking = new StoreUnavailableException("away", null, false);
        var unused2 = deliver("m:2");
        write();
        assertThat(route.had).isEqualTo(route.ids);
        away = false;
        var unused3 = deliver("m:3");
        write();
        assertThat(route.had).isEmpty();
        assertThat(route.got)
                .as("m:3 is of the same person, of whom nothing waits any more")
                .contains("event m:3");
    }

    @Test
    @DisplayName("S-46: what a route that stopped meanwhile did not take is there for another node at once")
    void what_a_stopped_route_did_not_take_is_put_back() {
        route.room = 10;
        route.stopped = true;
        var unused4 = deliver("m:1");
        write();
        assertThat(memory.inbox().claim(10, Duration.ofMinutes(1))).hasSize(1);
    }

    @Test
    void another_transaction_begins_beside_one_only_when_many_wait() {
        try (GroupReceive<String> two = new GroupReceive<>(store, writers::add, Runnable::run, 2, 200, route)) {
            deliverTo(two, 15);
            assertThat(writers).hasSize(1);
            deliverTo(two, 1);
            assertThat(writers).hasSize(2);
            write();
        }
    }

    private static void deliverTo(GroupReceive<String> group, int deliveries) {
        for (int i = 0; i < deliveries; i++) {
            var unused = group.receive(now -> List.of());
        }
    }

    @Test
    @DisplayName("The store's clock is looked at once for a batch, and not at all when no event needs it")
    void the_clock_is_looked_at_once_at_most() {
        var unused = deliver("m:1");
        write();
        assertThat(looks).isZero();
        List<Instant> seen = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            var unused2 = group.receive(clock -> {
                seen.add(clock.instant());
                return List.of();
            });
        }
        write();
        assertThat(seen).containsExactly(TUESDAY_9, TUESDAY_9);
        assertThat(looks).isOne();
    }

    @Test
    @DisplayName("Promise 5: a store that is away is asked for its clock once for a batch, which would wait each time")
    void a_clock_that_is_away_is_looked_at_once() {
        away = true;
        breaking = new StoreUnavailableException("away", null, false);
        List<CompletableFuture<Recorded>> timed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            timed.add(group.receive(clock -> {
                var unused = clock.instant();
                return List.of();
            }));
        }
        write();
        assertThat(timed).allSatisfy(one -> assertThatThrownBy(one::join).hasCause(breaking));
        assertThat(looks).isOne();
    }

    @Test
    @DisplayName("Everyone is told when it was recorded, by the store's clock")
    void everyone_is_told_when_it_was_recorded() {
        CompletableFuture<Recorded> one = deliver("m:1");
        write();
        assertThat(one.join().at()).isEqualTo(TUESDAY_9);
    }

    @Test
    @DisplayName(
            "S-46: when no thread can be started for the answers, they are given all the same, and the next are taken")
    void answers_for_which_no_thread_can_be_started_are_given_all_the_same() {
        Executor crowded = task -> {
            throw new InternalError("unable to create native thread");
        };
        try (GroupReceive<String> group = new GroupReceive<>(store, writers::add, crowded, 1, 3, route)) {
            for (String key : List.of("m:1", "m:2")) {
                CompletableFuture<Recorded> one =
                        group.receive(now -> List.of(new GroupReceive.Arriving<>(receipt(key, "message"), null)));
                write();
                assertThat(one).isCompletedWithValueMatching(recorded -> recorded.fresh()
                        .get(0));
            }
        }
    }

    @Test
    void after_the_close_nothing_is_taken() {
        group.close();
        assertThatThrownBy(deliver("m:1")::join)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closing");
        assertThat(writers).isEmpty();
    }
}
