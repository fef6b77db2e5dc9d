package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Storable;

/** What comes together in one batch by chance does not show in what becomes of it. */
public abstract class MixedBatchKit extends StoreKit {

    private Admission.Decided sending() {
        return decided(aSend().build());
    }

    private static Settlement told(Admission.Decided of, int attempt, Outcome outcome) {
        return new Settlement(of.messageId(), attempt, outcome);
    }

    @Test
    @DisplayName("S-37: a repeat beside new messages is told so, and they are decided and counted once")
    void a_repeat_takes_no_neighbour_along() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        decided(aSend().key("k").build());
        for (int again = 0; again < 2; again++) {
            List<Admission> admissions = store.decide(
                    List.of(
                            aSend().to(BRUNO).key("new " + again).build(),
                            aSend().key("k").build()),
                    engine);
            assertThat(((Admission.Decided) admissions.get(0)).decision().verdict())
                    .isEqualTo(again == 0 ? Verdict.ALLOW : Verdict.DEFER);
            assertThat(admissions.get(1)).isInstanceOf(Admission.Repeated.class);
            assertThat(store.lookup(BRUNO, Duration.ofDays(1)).sent()).hasSize(1);
        }
    }

    @Test
    @DisplayName("S-37: a held message that is denied, and asked for again by its key in the same batch")
    void what_is_denied_is_asked_for_again_at_once() {
        agrees(ALICE, PURPOSE);
        sending();
        Admission.Decided held = decided(aSend().key("k").build());
        assertThat(state(held)).isEqualTo(MessageState.HELD);
        itIs(Duration.ofDays(2));
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofDays(1)))))));
        SendRequest claimed = store.claimDue(10, LEASE).get(0);

        assertThat(store.decide(List.of(claimed, claimed, aSend().key("k").build()), engine))
                .hasExactlyElementsOfTypes(Admission.Decided.class, Admission.Repeated.class, Admission.Decided.class);

        assertThat(state(held)).isEqualTo(MessageState.DENIED);
        assertThat(status(held).attempt()).isEqualTo(2);
    }

    @Test
    @DisplayName("S-37: a held message that is held again twice in a batch, beside a repeat by its key")
    void what_is_held_is_decided_twice_in_a_batch() {
        agrees(ALICE, PURPOSE);
        sending();
        Admission.Decided held = decided(aSend().key("k").build());
        itIs(Duration.ofDays(2));
        SendRequest claimed = store.claimDue(10, LEASE).get(0);
        sending();

        assertThat(store.decide(List.of(claimed, claimed, aSend().key("k").build()), engine))
                .hasExactlyElementsOfTypes(Admission.Decided.class, Admission.Decided.class, Admission.Repeated.class);

        assertThat(state(held)).isEqualTo(MessageState.HELD);
    }

    @Test
    @DisplayName(
            "S-38: outcomes find their messages where they stand: under way, unknown, in another attempt, or not at all")
    void outcomes_find_their_messages_where_they_stand() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        Admission.Decided unknown = sending();
        settle(unknown, new Outcome.Unknown(0));
        Admission.Decided other = decided(aSend().to(BRUNO).build());
        store.settle(List.of(
                told(unknown, 1, accepted()),
                told(other, 2, accepted()),
                new Settlement(aSend().build().id(), 1, accepted())));
        assertThat(state(unknown)).isEqualTo(MessageState.ACCEPTED);
        assertThat(status(unknown).wamid()).isEqualTo("wamid.1");
        assertThat(state(other)).isEqualTo(MessageState.SENDING);
        itIs(Duration.ofSeconds(5));
        store.round(
                List.of(told(other, 1, accepted()), told(unknown, 1, new Outcome.Accepted("wamid.2", false))),
                List.of(aSend().to(BRUNO).build()),
                engine);
        assertThat(state(other)).isEqualTo(MessageState.ACCEPTED);
        assertThat(status(other).changed()).isEqualTo(at(Duration.ofSeconds(5)));
        assertThat(status(unknown).wamid()).isEqualTo("wamid.1");
    }

    @Test
    @DisplayName("M-4: of two outcomes of one attempt the first counts, also in one batch")
    void of_two_outcomes_the_first_counts() {
        agrees(ALICE, PURPOSE);
        Admission.Decided refused = sending();
        store.settle(List.of(told(refused, 1, new Outcome.Refused(131_026, null)), told(refused, 1, accepted())));
        assertThat(state(refused)).isEqualTo(MessageState.FAILED);
        Admission.Decided taken = sending();
        store.settle(List.of(told(taken, 1, accepted()), told(taken, 1, new Outcome.Refused(131_026, null))));
        assertThat(state(taken)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    @DisplayName("M-5: an acceptance that is told a week late counts from what the attempt can have lasted")
    void a_late_acceptance_counts_from_the_longest_way() {
        agrees(ALICE, PURPOSE);
        Admission.Decided late = sending();
        itIs(Duration.ofDays(7));
        settle(late, accepted());
        assertThat(store.lookup(ALICE, Duration.ofDays(30)).sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.to())
                        .isEqualTo(at(Duration.ofSeconds(1))
                                .plus(Duration.ofDays(1).minusMinutes(1))));
    }

    /** What comes together, as the writers of a node bring it. */
    private List<CompletableFuture<Admission>> together(SendRequest... requests) {
        Queue<Runnable> writers = new ArrayDeque<>();
        GroupCommit group = new GroupCommit(store, () -> engine, writers::add, 1, requests.length);
        List<CompletableFuture<Admission>> answers =
                Stream.of(requests).map(group::decide).toList();
        writers.remove().run();
        return answers;
    }

    @Test
    @DisplayName("S-37: a key that is too long, or cut within a character, is refused and takes no neighbour along")
    void a_key_that_no_database_keeps_is_refused_by_itself() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        String random = new Random(1)
                .ints(9_000, '!', '~')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        for (String bad : List.of("slip \uD83D", "slip \uDE00 1", "slip \uD83D\uD83D\uDE00", random)) {
            for (int again = 0; again < 2; again++) {
                List<CompletableFuture<Admission>> answers =
                        together(aSend().key(bad).build(), aSend().to(BRUNO).build());
                assertThatThrownBy(answers.get(0)::join)
                        .hasCauseInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("idempotency key")
                        .hasMessageNotContaining(bad);
                assertThat(answers.get(1).join()).isInstanceOf(Admission.Decided.class);
            }
        }
        assertThat(decide(aSend().key("slip \uD83D\uDE00").build())).isInstanceOf(Admission.Decided.class);
        assertThat(decide(aSend().key("slip \uD83D\uDE00").build())).isInstanceOf(Admission.Repeated.class);
        String longest = "\u20AC".repeat(Storable.LONGEST_KEY);
        assertThat(decide(aSend().key(longest).build())).isInstanceOf(Admission.Decided.class);
        assertThat(decide(aSend().key(longest).build())).isInstanceOf(Admission.Repeated.class);
    }
}
