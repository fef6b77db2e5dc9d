package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** Messages that wait, and claims and leases on them. */
public abstract class HoldingKit extends StoreKit {

    private Admission.Decided held(SendRequest request) {
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().build()), accepted());
        Admission.Decided held = decided(request);
        assertThat(held.decision().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(state(held)).isEqualTo(MessageState.HELD);
        return held;
    }

    @Test
    void a_held_message_comes_back_as_it_was_when_it_is_due() {
        SendRequest request = new SendRequest(
                aSend().build().id(),
                "k",
                ALICE,
                PURPOSE,
                "billing",
                aSend().build().content(),
                3,
                at(Duration.ZERO),
                at(Duration.ofDays(3)),
                "order 17",
                null,
                0);
        Admission.Decided held = held(request);
        assertThat(store.nextDue()).contains(at(Duration.ofHours(24)));
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        itIs(Duration.ofHours(24));
        assertThat(store.claimDue(10, LEASE))
                .containsExactly(new SendRequest(
                        request.id(),
                        "k",
                        ALICE,
                        PURPOSE,
                        "billing",
                        request.content(),
                        3,
                        request.taken(),
                        request.expires(),
                        "order 17",
                        null,
                        held.attempt()));
    }

    @Test
    void a_due_message_is_decided_again_in_its_row() {
        Admission.Decided held = held(aSend().build());
        itIs(Duration.ofHours(24));
        SendRequest due = store.claimDue(10, LEASE).get(0);
        Admission.Decided again = decided(due);
        assertThat(again.messageId()).isEqualTo(held.messageId());
        assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(state(again)).isEqualTo(MessageState.SENDING);
        assertThat(store.nextDue()).isEmpty();
        assertThat(decide(due)).isInstanceOf(Admission.Repeated.class);
    }

    @Test
    void a_sender_that_was_not_named_follows_the_document() {
        held(aSend().build());
        itIs(Duration.ofHours(24));
        assertThat(store.claimDue(10, LEASE).get(0).sender()).isNull();
    }

    @Test
    @DisplayName("promise 1: an opt-out between hold and due is final")
    void an_opt_out_between_hold_and_due_denies() {
        held(aSend().build());
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofHours(1)))))));
        itIs(Duration.ofHours(24));
        Admission.Decided again = decided(store.claimDue(10, LEASE).get(0));
        assertThat(again.decision().verdict()).isEqualTo(Verdict.DENY);
        assertThat(state(again)).isEqualTo(MessageState.DENIED);
    }

    @Test
    void a_claim_lasts_as_long_as_its_lease() {
        held(aSend().build());
        itIs(Duration.ofHours(24));
        assertThat(store.claimDue(10, LEASE)).hasSize(1);
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        assertThat(store.nextDue()).contains(at(Duration.ofHours(24)).plus(LEASE));
        itIs(Duration.ofHours(24).plus(LEASE));
        assertThat(store.claimDue(10, LEASE)).hasSize(1);
    }

    @Test
    void oldest_first_and_no_more_than_asked_for() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        decided(aSend().build());
        itIs(Duration.ofMinutes(1));
        decided(aSend().to(BRUNO).build());
        Admission.Decided later = decided(aSend().to(BRUNO).build());
        Admission.Decided sooner = decided(aSend().build());
        itIs(Duration.ofDays(2));
        assertThat(store.claimDue(1, LEASE)).extracting(SendRequest::id).containsExactly(sooner.messageId());
        assertThat(store.claimDue(5, LEASE)).extracting(SendRequest::id).containsExactly(later.messageId());
    }

    @Test
    @DisplayName("M-2: what was not begun is held again at once, as the next attempt")
    void not_begun_is_held_again() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(first, new Outcome.NotBegun());
        assertThat(state(first)).isEqualTo(MessageState.HELD);
        SendRequest again = store.claimDue(10, LEASE).get(0);
        assertThat(again.attempt()).isEqualTo(2);
        Admission.Decided second = decided(again);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.decision().verdict()).isEqualTo(Verdict.ALLOW);
        settle(first, accepted());
        assertThat(state(second)).isEqualTo(MessageState.SENDING);
    }

    @Test
    void a_retryable_refusal_is_held_for_as_long_as_it_says() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(first, new Outcome.Refused(130_429, Duration.ofSeconds(5)));
        assertThat(status(first).notBefore()).isEqualTo(at(Duration.ofSeconds(5)));
        assertThat(status(first).errorCode()).isEqualTo(130_429);
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        itIs(Duration.ofSeconds(5));
        assertThat(store.claimDue(10, LEASE)).hasSize(1);
    }

    @Test
    @DisplayName("S-38: a silent owner's message becomes unknown after the answer timeout, and counts")
    void leases_expire() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        Duration timeout = FROZEN.answerTimeout();
        itIs(timeout.plusSeconds(1).minusMillis(1));
        assertThat(store.expireLeases(timeout)).isZero();
        itIs(timeout.plusSeconds(1));
        assertThat(store.expireLeases(timeout)).isEqualTo(1);
        assertThat(state(first)).isEqualTo(MessageState.UNKNOWN);
        assertThat(store.expireLeases(timeout)).isZero();
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    void the_same_id_of_a_held_message_is_a_repeat() {
        SendRequest request = aSend().build();
        Admission.Decided held = held(request);
        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(held)));
    }
}
