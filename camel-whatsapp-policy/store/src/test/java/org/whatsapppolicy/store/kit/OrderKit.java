package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Room;

/** A person's messages of an ordered purpose leave in the order in which they were taken. */
public abstract class OrderKit extends StoreKit {

    private static final Duration SOON = Duration.ofMillis(200);

    @Override
    protected DocumentBuilder document() {
        return aDocument().purpose(aPurpose().ordered().expireAfter(Duration.ofDays(2)));
    }

    @BeforeEach
    void consent() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
    }

    private Admission.Decided waits(SendRequest request) {
        Admission.Decided held = decided(request);
        assertThat(held.decision().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(held.decision().codes()).containsExactly("in-order");
        return held;
    }

    private Admission.Decided goes(SendRequest request) {
        Admission.Decided sent = decided(request);
        assertThat(sent.decision().verdict())
                .as(sent.decision().codes().toString())
                .isEqualTo(Verdict.ALLOW);
        return sent;
    }

    private SendRequest due(Admission.Decided message) {
        return store.claimDue(10, LEASE).stream()
                .filter(request -> request.id().equals(message.messageId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_second_waits_until_the_first_was_accepted() {
        Admission.Decided first = goes(aSend().build());
        Admission.Decided second = waits(aSend().build());
        itIs(SOON);
        waits(due(second));
        settle(first, accepted());
        itIs(SOON.multipliedBy(2));
        goes(due(second));
    }

    @Test
    void in_one_batch_too() {
        List<Admission> both = store.decide(
                List.of(aSend().build(), aSend().build(), aSend().to(BRUNO).build()), engine);
        assertThat(both)
                .extracting(one -> ((Admission.Decided) one).decision().verdict())
                .containsExactly(Verdict.ALLOW, Verdict.DEFER, Verdict.ALLOW);
    }

    @Test
    @DisplayName("so they do when they are found and decided at once")
    void found_and_decided_at_once() {
        Admission.Decided first = goes(aSend().build());
        settle(first, new Outcome.Refused(131_056, Duration.ofHours(1)));
        Admission.Decided second = waits(aSend().build());
        Admission.Decided third = waits(aSend().build());

        itIs(Duration.ofHours(1));
        Map<UUID, Verdict> found = store.departDue(Room.of(10), LEASE, one -> true, engine).stream()
                .collect(Collectors.toMap(
                        one -> one.request().id(),
                        one -> Objects.requireNonNull(one.decided()).decision().verdict()));
        assertThat(found)
                .containsEntry(first.messageId(), Verdict.ALLOW)
                .containsEntry(second.messageId(), Verdict.DEFER)
                .containsEntry(third.messageId(), Verdict.DEFER);
    }

    @Test
    void a_first_that_is_held_holds_the_later_ones_for_as_long() {
        Admission.Decided first = goes(aSend().build());
        settle(first, new Outcome.Refused(131_056, Duration.ofHours(1)));
        Admission.Decided second = waits(aSend().build());
        assertThat(second.decision().notBefore()).isEqualTo(at(Duration.ofHours(1)));
        Admission.Decided third = waits(aSend().build());

        itIs(Duration.ofHours(1));
        List<SendRequest> due = store.claimDue(10, LEASE);
        assertThat(due).hasSize(3);
        // However the node takes them up, the first goes first.
        for (SendRequest one : due) {
            if (!one.id().equals(first.messageId())) {
                waits(one);
            }
        }
        SendRequest again = due.stream()
                .filter(one -> one.id().equals(first.messageId()))
                .findFirst()
                .orElseThrow();
        settle(goes(again), accepted());
        itIs(Duration.ofHours(1).plus(SOON));
        List<SendRequest> rest = store.claimDue(10, LEASE);
        assertThat(rest).extracting(SendRequest::id).containsExactlyInAnyOrder(second.messageId(), third.messageId());
        for (SendRequest one : rest) {
            if (one.id().equals(third.messageId())) {
                waits(one);
            }
        }
        for (SendRequest one : rest) {
            if (one.id().equals(second.messageId())) {
                goes(one);
            }
        }
    }

    @Test
    void taken_in_the_background_they_keep_their_order() {
        List<SendRequest> taken = List.of(aSend().build(), aSend().build());
        store.decide(taken.subList(0, 1), engine.taking());
        itIs(Duration.ofMillis(1));
        store.decide(taken.subList(1, 2), engine.taking());
        List<SendRequest> due = store.claimDue(10, LEASE);
        assertThat(due)
                .extracting(SendRequest::id)
                .containsExactly(taken.get(0).id(), taken.get(1).id());
        waits(due.get(1));
        goes(due.get(0));
    }

    @Test
    @DisplayName("a first that was denied, has expired, failed or whose fate is unknown stands in nobody's way")
    void what_ended_frees_the_line() {
        Admission.Decided unknown = goes(aSend().build());
        settle(unknown, new Outcome.Unknown(0));
        Admission.Decided failed = goes(aSend().build());
        settle(failed, new Outcome.Refused(131_026, null));
        Admission.Decided late = goes(aSend().expires(at(Duration.ofHours(2))).build());
        settle(late, new Outcome.Refused(131_056, Duration.ofHours(1)));
        Admission.Decided next = waits(aSend().build());
        itIs(Duration.ofHours(2));
        decided(due(late));
        assertThat(state(late)).isEqualTo(MessageState.EXPIRED);
        itIs(Duration.ofHours(2).plus(LEASE));
        goes(due(next));
    }

    @Test
    void a_first_that_an_opt_out_denied_stands_in_nobodys_way() {
        settle(goes(aSend().build()), new Outcome.Refused(131_056, Duration.ofHours(1)));
        waits(aSend().build());
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofSeconds(1)))))));
        itIs(Duration.ofHours(1));
        store.decide(store.claimDue(10, LEASE), engine);
        assertThat(store.nextDue()).isEmpty();
    }

    @Test
    void others_and_other_people_do_not_wait() {
        goes(aSend().build());
        goes(aSend().to(BRUNO).build());
    }

    @Test
    @DisplayName("S-28: who expires before the first may go is denied at once")
    void no_endless_wait() {
        settle(goes(aSend().build()), new Outcome.Refused(131_056, Duration.ofHours(1)));
        assertThat(decided(aSend().expires(at(Duration.ofHours(1))).build())
                        .decision()
                        .codes())
                .contains("expires-before-allowed", "in-order");
    }

    @Test
    void what_stood_behind_a_stopped_one_comes_back_with_it() {
        store.controls().stop(Stop.template(PURPOSE), "ann", "wrong amounts");
        Admission.Decided first = decided(aSend().build());
        assertThat(first.decision().codes()).contains("stopped");
        store.inbound(ALICE, at(Duration.ofMinutes(-1)));
        Admission.Decided second = waits(aSend().freeForm().build());
        store.controls().resume(Stop.template(PURPOSE), "ann", "mended");
        List<SendRequest> due = store.claimDue(10, LEASE);
        assertThat(due).extracting(SendRequest::id).containsExactlyInAnyOrder(first.messageId(), second.messageId());
    }
}
