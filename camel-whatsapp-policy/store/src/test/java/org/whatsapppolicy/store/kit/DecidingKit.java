package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** Deciding, settling and repeating. */
public abstract class DecidingKit extends StoreKit {

    @Test
    void allows_and_reserves_until_the_send_lease_ends() {
        agrees(ALICE, PURPOSE);
        Admission.Decided decided = decided(aSend().build());
        assertThat(decided.decision().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decided.attempt()).isEqualTo(1);
        assertThat(decided.sendBefore()).isEqualTo(TUESDAY_9.plusSeconds(1));
        assertThat(state(decided)).isEqualTo(MessageState.SENDING);
        assertThat(store.lookup(ALICE, Duration.ofDays(1)).sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).isEqualTo(TUESDAY_9.plusSeconds(31)));
    }

    @Test
    void denies_a_stranger_and_explains_it_by_the_row() {
        Admission.Decided decided = decided(aSend().build());
        assertThat(decided.decision().verdict()).isEqualTo(Verdict.DENY);
        assertThat(decided.sendBefore()).isNull();
        assertThat(state(decided)).isEqualTo(MessageState.DENIED);
        assertThat(status(decided).reasons()).isEqualTo(decided.decision().codes());
    }

    @Test
    void denies_an_unreadable_recipient_with_a_row_and_without_a_person() {
        SendRequest request =
                aSend().to(new UnreadableRecipient("12", "too short")).build();
        Admission.Decided decided = decided(request);
        assertThat(decided.decision().verdict()).isEqualTo(Verdict.DENY);
        assertThat(state(decided)).isEqualTo(MessageState.DENIED);
    }

    @Test
    @DisplayName("S-37: a corrected recipient is no conflict when nobody could have been told before")
    void decides_a_corrected_recipient_anew() {
        agrees(ALICE, PURPOSE);
        decided(aSend().to(new UnreadableRecipient("12", "too short")).key("k").build());
        Admission.Decided again = decided(aSend().key("k").build());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void an_expired_message_ends_as_expired() {
        agrees(ALICE, PURPOSE);
        Admission.Decided decided =
                decided(aSend().expires(TUESDAY_9.minusSeconds(1)).build());
        assertThat(state(decided)).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void instants_that_nothing_can_keep_are_refused_and_said_so() {
        agrees(ALICE, PURPOSE);
        for (Instant far : List.of(Instant.MAX, Instant.MIN, Instant.parse("+10000-01-01T00:00:00Z"))) {
            assertThatThrownBy(() -> decide(aSend().expires(far).build())).satisfies(DecidingKit::saysWhichYears);
            ConsentAct act = new ConsentAct.Withdrawn(Scope.ALL, evidence("crm", far));
            assertThatThrownBy(() -> store.record(List.of(new PersonAct(ALICE, act))))
                    .satisfies(DecidingKit::saysWhichYears);
            ConsentAct grant = new ConsentAct.Granted(aGrant(PURPOSE, far));
            assertThatThrownBy(() -> store.bring(List.of(new PersonAct(ALICE, grant)), Set.of()))
                    .satisfies(DecidingKit::saysWhichYears);
            assertThatThrownBy(() -> store.inbound(ALICE, far)).satisfies(DecidingKit::saysWhichYears);
        }
        assertThat(decided(aSend().expires(Instant.parse("9999-12-31T23:59:59Z"))
                                .build())
                        .decision()
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    private static void saysWhichYears(Throwable problem) {
        assertThat(problem).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("years 1 to 9999");
    }

    @Test
    @DisplayName("S-26: the second request of a batch sees the reservation of the first")
    void folds_in_order() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        List<Admission> admissions = store.decide(
                List.of(aSend().build(), aSend().build(), aSend().to(BRUNO).build()), engine);
        assertThat(admissions)
                .extracting(a -> ((Admission.Decided) a).decision().verdict())
                .containsExactly(Verdict.ALLOW, Verdict.DEFER, Verdict.ALLOW);
    }

    @Test
    void check_has_no_effect() {
        agrees(ALICE, PURPOSE);
        List<SendRequest> twice = List.of(aSend().build(), aSend().build());
        assertThat(store.check(twice, engine)).extracting(Decision::verdict).containsOnly(Verdict.ALLOW);
        assertThat(store.message(twice.get(0).id())).isEmpty();
        assertThat(store.lookup(ALICE, Duration.ofDays(1)).sent()).isEmpty();
    }

    @Test
    void checking_a_stranger_makes_nobody() {
        store.check(List.of(aSend().to(BRUNO).build()), engine);
        assertThat(store.lookup(BRUNO, Duration.ofDays(1))).isEqualTo(PersonFacts.UNKNOWN);
    }

    @Test
    @DisplayName("M-5: an accepted message counts until its answer plus the window, and not a millisecond longer")
    void counts_until_the_answer_plus_the_window() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        itIs(Duration.ofSeconds(2));
        settle(first, accepted());
        assertThat(status(first).wamid()).isEqualTo("wamid.1");
        itIs(Duration.ofSeconds(2).plusHours(24).minusMillis(1));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DEFER);
        itIs(Duration.ofSeconds(2).plusHours(24));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-26: a definite refusal releases the reservation")
    void a_refusal_releases() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(first, new Outcome.Refused(131_026, null));
        assertThat(state(first)).isEqualTo(MessageState.FAILED);
        assertThat(status(first).errorCode()).isEqualTo(131_026);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-39: an unknown outcome counts as sent")
    void unknown_counts() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(first, new Outcome.Unknown(0));
        assertThat(state(first)).isEqualTo(MessageState.UNKNOWN);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DEFER);
        settle(first, accepted());
        assertThat(state(first)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void a_settlement_of_another_attempt_or_of_nothing_has_no_effect() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(new Admission.Decided(first.messageId(), 2, 2, first.decision(), null), accepted());
        assertThat(state(first)).isEqualTo(MessageState.SENDING);
        settle(first, accepted());
        settle(first, new Outcome.Refused(1, null));
        assertThat(state(first)).isEqualTo(MessageState.ACCEPTED);
        settle(new Admission.Decided(aSend().build().id(), 1, 1, first.decision(), null), accepted());
    }

    @Test
    @DisplayName("S-37: the same id is the same message")
    void repeats_an_id() {
        agrees(ALICE, PURPOSE);
        SendRequest request = aSend().build();
        Admission.Decided first = decided(request);
        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(first)));
        settle(first, accepted());
        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-37: the same key is the same message, whatever its id")
    void repeats_a_key() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().key("slip-1").build());
        assertThat(decide(aSend().key("slip-1").build())).isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-37: also within one batch")
    void repeats_a_key_within_a_batch() {
        agrees(ALICE, PURPOSE);
        List<Admission> admissions = store.decide(
                List.of(aSend().key("slip-1").build(), aSend().key("slip-1").build()), engine);
        Admission.Decided first = (Admission.Decided) admissions.get(0);
        assertThat(admissions.get(1)).isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-37: the same key for another recipient or content is an error")
    void tells_conflicts_of_keys() {
        agrees(ALICE, PURPOSE);
        decided(aSend().key("slip-1").build());
        MessageContent other = new MessageContent(
                "text", null, null, Map.of("type", "text", "text", Map.of("body", "something else")));
        List<Admission> admissions = store.decide(
                List.of(
                        aSend().key("slip-1").to(BRUNO).build(),
                        aSend().key("slip-1").content(other).build()),
                engine);
        assertThat(admissions)
                .containsExactly(
                        new Admission.Conflict("slip-1", "recipient"), new Admission.Conflict("slip-1", "content"));
    }

    @Test
    void tells_conflicts_of_ids() {
        agrees(ALICE, PURPOSE);
        SendRequest first = aSend().build();
        decided(first);
        assertThat(decide(aSend().id(first.id()).to(BRUNO).build()))
                .isEqualTo(new Admission.Conflict(first.id().toString(), "recipient"));
    }

    @Test
    @DisplayName("S-37: denied and refused messages are decided anew for the same key, in the row of the first")
    void decides_ended_messages_anew() {
        Admission.Decided denied = decided(aSend().key("slip-1").build());
        agrees(ALICE, PURPOSE);
        Admission.Decided second = decided(aSend().key("slip-1").build());
        assertThat(second.messageId()).isEqualTo(denied.messageId());
        assertThat(second.attempt()).isEqualTo(2);
        settle(second, new Outcome.Refused(131_026, null));
        Admission.Decided third = decided(aSend().key("slip-1").build());
        assertThat(third.attempt()).isEqualTo(3);
        settle(second, accepted());
        assertThat(state(third)).isEqualTo(MessageState.SENDING);
    }

    @Test
    void a_new_key_for_a_known_id_is_remembered() {
        SendRequest first = aSend().build();
        decided(first);
        agrees(ALICE, PURPOSE);
        decided(aSend().id(first.id()).key("late").build());
        assertThat(decide(aSend().key("late").build())).isInstanceOf(Admission.Repeated.class);
    }
}
