package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.memory.MemoryStore;

/** Deliveries that come together are one transaction, and one that breaks takes nobody with it. */
class GroupReceiveTest {

    private final MemoryStore memory = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9));
    private final List<Integer> transactions = new ArrayList<>();
    private final Queue<Runnable> writers = new ArrayDeque<>();
    private RuntimeException breaking = new IllegalStateException("broken");
    private boolean away;

    /** The reference model, with transactions counted; breaks on receipts of the kind {@code broken}. */
    private final PolicyStore store = (PolicyStore) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("inbox")) {
                    return inbox();
                }
                try {
                    return method.invoke(memory, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private final GroupReceive group = new GroupReceive(store, writers::add, 1, 3);

    private Inbox inbox() {
        return (Inbox) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Inbox.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("receive")) {
                        List<?> receipts = (List<?>) arguments[0];
                        transactions.add(receipts.size());
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

    private CompletableFuture<List<Boolean>> deliver(String... keys) {
        List<Receipt> receipts = new ArrayList<>();
        for (String key : keys) {
            receipts.add(receipt(key, key.startsWith("broken") ? "broken" : "message"));
        }
        return group.receive(now -> receipts);
    }

    private void write() {
        while (!writers.isEmpty()) {
            writers.remove().run();
        }
    }

    @Test
    void what_waits_together_is_one_transaction_and_everyone_gets_their_own_answers() {
        CompletableFuture<List<Boolean>> first = deliver("m:1", "m:2");
        CompletableFuture<List<Boolean>> again = deliver("m:2", "m:3");
        assertThat(first).isNotDone();
        write();
        assertThat(transactions).containsExactly(4);
        assertThat(first.join()).containsExactly(true, true);
        assertThat(again.join()).containsExactly(false, true);
    }

    @Test
    @DisplayName("S-46: a delivery that breaks is tried again alone; those beside it are recorded")
    void one_that_breaks_takes_nobody_with_it() {
        CompletableFuture<List<Boolean>> good = deliver("m:1");
        CompletableFuture<List<Boolean>> bad = deliver("broken:1");
        CompletableFuture<List<Boolean>> other = deliver("m:2");
        write();
        assertThat(good.join()).containsExactly(true);
        assertThat(other.join()).containsExactly(true);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class).hasCause(breaking);
        assertThat(transactions).containsExactly(3, 1, 1, 1);
    }

    @Test
    void one_that_cannot_be_read_fails_alone_and_is_read_once() {
        List<String> reads = new ArrayList<>();
        CompletableFuture<List<Boolean>> bad = group.receive(now -> {
            reads.add("read at " + now);
            throw breaking;
        });
        CompletableFuture<List<Boolean>> good = deliver("m:1");
        write();
        assertThat(good.join()).containsExactly(true);
        assertThat(bad).isCompletedExceptionally();
        assertThat(reads).containsExactly("read at " + TUESDAY_9);
    }

    @Test
    @DisplayName("A store that is away fails all of them at once, and none is tried again one by one")
    void a_store_that_is_away_fails_them_together() {
        away = true;
        breaking = new StoreUnavailableException("away", null, false);
        CompletableFuture<List<Boolean>> one = deliver("m:1");
        CompletableFuture<List<Boolean>> other = deliver("m:2");
        write();
        assertThat(transactions).containsExactly(2);
        assertThatThrownBy(one::join).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(other::join).hasCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void what_does_not_fit_into_the_queue_is_refused_and_nothing_is_recorded_of_it() {
        var unused = List.of(deliver("m:1"), deliver("m:2"), deliver("m:3"));
        CompletableFuture<List<Boolean>> tooMuch = deliver("m:4");
        assertThatThrownBy(tooMuch::join)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("expected at most 3");
        write();
        assertThat(deliver("m:5")).isNotDone();
        write();
        assertThat(transactions).containsExactly(3, 1);
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
