package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.memory.MemoryStore;

class GroupCommitTest {

    private final Queue<Runnable> writers = new ArrayDeque<>();
    private final PolicyStore store = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9));
    private final PolicyEngine engine = aDocument().engine();
    private final GroupCommit group = new GroupCommit(store, () -> engine, writers::add, 1, 3);

    @BeforeEach
    void prepare() {
        store.activate(engine.document(), "test");
        store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));
        store.record(List.of(new PolicyStore.PersonAct(
                ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.minus(Duration.ofDays(1)))))));
    }

    private void write() {
        for (Runnable next = writers.poll(); next != null; next = writers.poll()) {
            next.run();
        }
    }

    @Test
    void what_arrives_together_is_one_batch_and_answers_after_it() {
        CompletableFuture<Admission> first = group.decide(aSend().build());
        CompletableFuture<Decision> second = group.check(aSend().build());
        assertThat(writers).hasSize(1);
        assertThat(first).isNotDone();
        write();
        assertThat(first.join()).isInstanceOf(Admission.Decided.class);
        assertThat(second.join().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void settles_in_the_same_round() {
        CompletableFuture<Admission> first = group.decide(aSend().build());
        write();
        Admission.Decided decided = (Admission.Decided) first.join();
        CompletableFuture<Void> settled =
                group.settle(new Settlement(decided.messageId(), 1, new Outcome.Accepted("wamid.1", false)));
        CompletableFuture<Admission> next = group.decide(aSend().build());
        write();
        assertThat(settled).isCompleted();
        assertThat(next).isCompleted();
        assertThat(store.message(decided.messageId()).orElseThrow().state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void refuses_more_than_may_wait_but_never_an_outcome() {
        for (int i = 0; i < 3; i++) {
            var unused = group.decide(aSend().build());
        }
        assertThatThrownBy(() -> group.decide(aSend().build()).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("expected at most 3");
        CompletableFuture<Void> settled =
                group.settle(new Settlement(aSend().build().id(), 1, new Outcome.NotBegun()));
        write();
        assertThat(settled).isCompleted();
    }

    @Test
    void tells_each_of_a_stale_engine() {
        store.activate(aDocument().revision(2).build(), "other node");
        CompletableFuture<Admission> first = group.decide(aSend().build());
        write();
        assertThat(first.join()).isInstanceOf(Admission.Stale.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void one_broken_request_does_not_take_its_neighbours_down() {
        SendRequest bad = aSend().to(null).build();
        CompletableFuture<Admission> first = group.decide(aSend().build());
        CompletableFuture<Admission> second = group.decide(bad);
        write();
        assertThat(first.join()).isInstanceOf(Admission.Decided.class);
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    @SuppressWarnings("NullAway")
    void one_broken_question_does_not_take_its_neighbours_down() {
        CompletableFuture<Decision> first = group.check(aSend().build());
        CompletableFuture<Decision> second = group.check(aSend().to(null).build());
        write();
        assertThat(first.join().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    @DisplayName("Promise 5: a batch waits once for a store that is away, also when some of it ask and others send")
    void a_batch_waits_once_for_a_store_that_is_away() {
        List<String> tries = new ArrayList<>();
        PolicyStore away = (PolicyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    tries.add(method.getName());
                    throw new StoreUnavailableException("away", null, false);
                });
        GroupCommit group = new GroupCommit(away, () -> engine, writers::add, 1, 3);
        CompletableFuture<Admission> sends = group.decide(aSend().build());
        CompletableFuture<Decision> asks = group.check(aSend().build());
        write();
        assertThatThrownBy(sends::join).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(asks::join).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(tries).containsExactly("round");
    }

    private static PolicyStore awayOnceOneBroke(List<String> tries, boolean commitUnknown) {
        return (PolicyStore) Proxy.newProxyInstance(
                GroupCommitTest.class.getClassLoader(),
                new Class<?>[] {PolicyStore.class},
                (proxy, method, arguments) -> {
                    tries.add(method.getName());
                    if (tries.size() == 1) {
                        throw new IllegalStateException("one of them breaks");
                    }
                    throw new StoreUnavailableException("away", null, commitUnknown);
                });
    }

    @Test
    @DisplayName(
            "Promise 5: a batch that one breaks waits once for a store that is away, and not once for each beside it")
    void a_batch_that_is_taken_apart_waits_once_for_a_store_that_is_away() {
        List<String> tries = new ArrayList<>();
        PolicyStore away = awayOnceOneBroke(tries, true);
        GroupCommit group = new GroupCommit(away, () -> engine, writers::add, 1, 10);
        List<CompletableFuture<?>> all = List.of(
                group.settle(new Settlement(aSend().build().id(), 1, new Outcome.NotBegun())),
                group.decide(aSend().build()),
                group.decide(aSend().build()),
                group.check(aSend().build()));
        write();
        assertThat(all.get(0)).isCompletedExceptionally();
        assertThat(all.subList(1, 4)).allSatisfy(behind -> assertThatThrownBy(behind::join)
                .cause()
                .hasMessageContaining("nothing was recorded of this one")
                .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.commitUnknown())
                        .isFalse()));
        assertThat(tries).containsExactly("round", "round");
    }

    @Test
    @DisplayName("Promise 5: questions that one breaks wait once for a store that is away")
    void questions_that_are_taken_apart_wait_once_for_a_store_that_is_away() {
        List<String> tries = new ArrayList<>();
        PolicyStore away = awayOnceOneBroke(tries, false);
        GroupCommit group = new GroupCommit(away, () -> engine, writers::add, 1, 10);
        List<CompletableFuture<Decision>> all = List.of(group.check(aSend().build()), group.check(aSend().build()));
        write();
        assertThat(all).allSatisfy(each -> assertThat(each).isCompletedExceptionally());
        assertThat(tries).containsExactly("check", "check");
    }

    @Test
    @DisplayName("A key that no store keeps as it is fails alone and at once: those beside it stay one batch")
    void a_key_that_cannot_be_kept_comes_into_no_batch() {
        CompletableFuture<Admission> first = group.decide(aSend().build());
        CompletableFuture<Admission> tooLong =
                group.decide(aSend().key("k".repeat(801)).build());
        CompletableFuture<Admission> half =
                group.decide(aSend().key("cut \ud83d").build());
        assertThat(List.of(tooLong, half)).allSatisfy(odd -> assertThat(odd).isCompletedExceptionally());
        assertThatThrownBy(tooLong::join)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 801 characters, expected at most 800");
        assertThatThrownBy(half::join)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found half of a character at position 4, expected whole ones");
        write();
        assertThat(first.join()).isInstanceOf(Admission.Decided.class);
    }

    @Test
    void an_executor_that_takes_nothing_fails_the_request() {
        Executor none = task -> {
            throw new RejectedExecutionException("shut down");
        };
        GroupCommit stopped = new GroupCommit(store, () -> engine, none, 1, 3);
        assertThat(stopped.decide(aSend().build())).isCompletedExceptionally();
    }

    @Test
    @DisplayName("Promise 5: when no thread can be started, who waits is told so, and who comes later has a turn")
    void a_thread_that_cannot_be_started_fails_the_request_and_no_later_one() {
        AtomicBoolean full = new AtomicBoolean(true);
        Executor crowded = task -> {
            if (full.get()) {
                throw new InternalError("unable to create native thread");
            }
            writers.add(task);
        };
        GroupCommit group = new GroupCommit(store, () -> engine, crowded, 1, 3);
        assertThatThrownBy(group.decide(aSend().build())::join)
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("nothing was recorded");
        full.set(false);
        CompletableFuture<Admission> next = group.decide(aSend().build());
        write();
        assertThat(next).isCompletedWithValueMatching(Admission.Decided.class::isInstance);
    }

    @Test
    void takes_nothing_after_it_was_closed() {
        group.close();
        assertThat(group.decide(aSend().build())).isCompletedExceptionally();
    }
}
