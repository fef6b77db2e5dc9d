package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.signedUp;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Room;

/** Due messages that are decided by the transaction that finds them. */
public abstract class DepartingKit extends StoreKit {

    protected static final Duration DAY = Duration.ofDays(1);

    @BeforeEach
    void agree() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
    }

    /** Held by the cap of one a day, until tomorrow. */
    protected Admission.Decided held(Recipient person) {
        settle(decided(aSend().to(person).build()), accepted());
        return decided(aSend().to(person).build());
    }

    protected List<Due> depart() {
        return store.departDue(Room.of(10), LEASE, one -> true, engine);
    }

    private static Admission.Decided decided(Due due) {
        return Objects.requireNonNull(due.decided());
    }

    @Test
    @DisplayName("M-2: what may go stands as SENDING when it is told")
    void allowed_at_once() {
        Admission.Decided held = held(ALICE);
        assertThat(depart()).isEmpty();
        itIs(DAY);
        List<Due> due = depart();
        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.request().id()).isEqualTo(held.messageId());
            assertThat(decided(one).decision().verdict()).isEqualTo(Verdict.ALLOW);
            assertThat(decided(one).sendBefore()).isEqualTo(at(DAY).plusSeconds(1));
        });
        assertThat(state(held)).isEqualTo(MessageState.SENDING);
        assertThat(depart()).isEmpty();
        settle(decided(due.get(0)), accepted());
        assertThat(state(held)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    @DisplayName("it is decided anew: consent that was taken back meanwhile counts, and so does a cap")
    void decided_anew() {
        Admission.Decided one = held(ALICE);
        Admission.Decided other = decided(aSend().to(ALICE).build());
        Admission.Decided brunos = held(BRUNO);
        store.record(List.of(new PersonAct(
                BRUNO, new ConsentAct.Withdrawn(Scope.purpose(PURPOSE), signedUp(at(Duration.ofHours(1)))))));
        itIs(DAY);
        assertThat(depart()).hasSize(3);
        assertThat(state(one)).isEqualTo(MessageState.SENDING);
        assertThat(state(other)).isEqualTo(MessageState.HELD);
        assertThat(state(brunos)).isEqualTo(MessageState.DENIED);
        assertThat(depart()).isEmpty();
    }

    @Test
    @DisplayName("what is not ready is claimed, and nobody else gets it before the claim ends")
    void claimed_when_not_ready() {
        Admission.Decided held = held(ALICE);
        held(BRUNO);
        itIs(DAY);
        List<Due> due = store.departDue(Room.of(10), LEASE, one -> !one.id().equals(held.messageId()), engine);
        assertThat(due).hasSize(2);
        assertThat(due)
                .filteredOn(one -> one.decided() == null)
                .extracting(Due::request)
                .extracting(SendRequest::id)
                .containsExactly(held.messageId());
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        itIs(DAY.plus(LEASE));
        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::id).containsExactly(held.messageId());
    }

    @Test
    @DisplayName("a silent owner is found by each message's own time")
    void silent_owner() {
        Admission.Decided alices = held(ALICE);
        Admission.Decided brunos = held(BRUNO);
        itIs(DAY);
        List<Due> due = depart();
        assertThat(due).hasSize(2);
        settle(decided(due.get(0)), accepted());
        itIs(DAY.plusSeconds(1).plus(LEASE).minusMillis(1));
        assertThat(store.expireLeases(LEASE)).isZero();
        itIs(DAY.plusSeconds(1).plus(LEASE));
        assertThat(store.expireLeases(LEASE)).isOne();
        assertThat(List.of(state(alices), state(brunos)))
                .containsExactlyInAnyOrder(MessageState.ACCEPTED, MessageState.UNKNOWN);
        assertThat(store.expireLeases(LEASE)).isZero();
    }
}
