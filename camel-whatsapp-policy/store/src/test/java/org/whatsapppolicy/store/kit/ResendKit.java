package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.PurposeBuilder;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** A message of several attempts: each that may have been sent counts, and each is told apart. */
public abstract class ResendKit extends StoreKit {

    private static final Duration HOUR = Duration.ofHours(1);
    private int events;

    @Override
    protected DocumentBuilder document() {
        return aDocument().purpose(purpose().cap(new Cap.Rolling(2, Duration.ofHours(24), false)));
    }

    private static PurposeBuilder purpose() {
        return aPurpose().whenUnknown(WhenUnknown.RESEND);
    }

    /** Unknown after its first attempt, and held for the next. */
    protected Admission.Decided sentAndHeldAgain() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().key("k").build());
        settle(first, new Outcome.Unknown(0));
        itIs(HOUR);
        assertThat(store.ruleUnknown(engine.document(), HOUR, 5)).isEqualTo(1);
        return first;
    }

    private Admission.Decided decidedAgain() {
        return decided(store.claimDue(10, LEASE).get(0));
    }

    private void told(Admission.Decided of, MessageState state) {
        Report report = new Report(of.messageId(), of.attempt(), state, "wamid." + of.attempt(), 0);
        store.inbox().receive(List.of(new Receipt("s:" + ++events, "status", ALICE, null, null, report, null)));
    }

    private int counted() {
        return store.lookup(ALICE, Duration.ofDays(1)).sent().size();
    }

    @Test
    @DisplayName("S-7, S-38: nothing is ruled on by a document that is not the one in force any more")
    void an_old_document_rules_on_nothing() {
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().build());
        settle(first, new Outcome.Unknown(0));
        PolicyDocument old = engine.document();
        activate(aDocument().revision(2).purpose(aPurpose().whenUnknown(WhenUnknown.FAIL)));
        itIs(HOUR);

        assertThat(store.ruleUnknown(old, HOUR, 5)).isZero();
        assertThat(state(first)).isEqualTo(MessageState.UNKNOWN);

        assertThat(store.otherThan(old).map(ActivePolicy::revision)).contains(2L);
        assertThat(store.otherThan(engine.document())).isEmpty();
        assertThat(store.ruleUnknown(engine.document(), HOUR, 5)).isOne();
        assertThat(state(first)).isEqualTo(MessageState.FAILED);
    }

    @Test
    @DisplayName("S-38: an attempt without a connection is none of those that are bounded")
    void without_a_connection_is_no_try() {
        Admission.Decided first = sentAndHeldAgain();
        for (int i = 0; i < 5; i++) {
            settle(decidedAgain(), new Outcome.Refused(0, Duration.ZERO, false));
        }
        Admission.Decided last = decidedAgain();

        assertThat(last.attempt()).isEqualTo(first.attempt() + 6);
        assertThat(last.tries()).isEqualTo(2);
    }

    @Test
    @DisplayName("S-39: what is sent again may have been sent twice, and counts twice")
    void both_attempts_count() {
        sentAndHeldAgain();
        assertThat(counted()).isEqualTo(1);

        Admission.Decided second = decidedAgain();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.decision().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(counted()).isEqualTo(2);
        assertThat(decided(aSend().build()).decision().codes()).contains("cap-reached");
    }

    @Test
    @DisplayName("S-39: no message is sent again beyond the cap; it waits until its first attempt counts no more")
    void a_resend_keeps_to_the_cap() {
        activate(aDocument().revision(2).purpose(purpose().cap(new Cap.Rolling(1, Duration.ofHours(24), false))));
        Admission.Decided first = sentAndHeldAgain();

        Admission.Decided second = decidedAgain();

        assertThat(second.decision().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(second.decision().notBefore())
                .isEqualTo(at(Duration.ofHours(24).plusSeconds(31)));
        assertThat(state(first)).isEqualTo(MessageState.HELD);
        itIs(Duration.ofHours(24).plusSeconds(31));
        assertThat(decidedAgain().decision().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    @DisplayName("S-38: that an earlier attempt failed ends no later one, and takes its own place under the caps away")
    void a_failure_ends_its_own_attempt() {
        Admission.Decided first = sentAndHeldAgain();
        Admission.Decided second = decidedAgain();

        told(first, MessageState.FAILED);

        assertThat(state(second)).isEqualTo(MessageState.SENDING);
        assertThat(counted()).isEqualTo(1);
        settle(second, new Outcome.Accepted("wamid.2", false));
        told(first, MessageState.FAILED);
        assertThat(state(second)).isEqualTo(MessageState.ACCEPTED);
        told(second, MessageState.FAILED);
        assertThat(state(second)).isEqualTo(MessageState.FAILED);
        assertThat(counted()).isZero();
    }

    @Test
    @DisplayName("promise 3: proof of the first attempt keeps the message from being sent again")
    void proof_of_the_first_attempt_ends_the_second() {
        Admission.Decided first = sentAndHeldAgain();

        told(first, MessageState.SENT);

        assertThat(state(first)).isEqualTo(MessageState.SENT);
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        assertThat(counted()).isEqualTo(1);
        told(first, MessageState.DELIVERED);
        assertThat(state(first)).isEqualTo(MessageState.DELIVERED);
        assertThat(counted()).isEqualTo(1);
        assertThat(decide(aSend().key("k").build())).isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-39: proof of the first attempt while the second is under way leaves both counted")
    void both_were_sent() {
        Admission.Decided first = sentAndHeldAgain();
        Admission.Decided second = decidedAgain();
        told(first, MessageState.SENT);
        assertThat(state(second)).isEqualTo(MessageState.SENT);

        settle(second, new Outcome.Accepted("wamid.2", false));

        assertThat(status(second).wamid()).isEqualTo("wamid.1");
        assertThat(counted()).isEqualTo(2);
        told(first, MessageState.FAILED);
        assertThat(counted()).isEqualTo(1);
        told(second, MessageState.DELIVERED);
        assertThat(state(second)).isEqualTo(MessageState.DELIVERED);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    @DisplayName("S-38: an owner that wakes after its message was given to another attempt is still believed")
    void the_owner_of_the_first_attempt_wakes() {
        Admission.Decided first = sentAndHeldAgain();
        settle(first, new Outcome.NotBegun());
        assertThat(counted()).isZero();
        assertThat(state(first)).isEqualTo(MessageState.HELD);

        Admission.Decided second = decidedAgain();
        settle(second, new Outcome.Unknown(0));
        itIs(HOUR.multipliedBy(2));
        store.ruleUnknown(engine.document(), HOUR, 5);
        settle(second, new Outcome.Accepted("wamid.2", false));
        assertThat(state(second)).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    @DisplayName("S-37: what may have been sent is not sent a third time by its key when it was denied since")
    void a_key_does_not_send_what_may_have_been_sent() {
        Admission.Decided first = sentAndHeldAgain();

        optsOut();
        assertThat(decidedAgain().decision().verdict()).isEqualTo(Verdict.DENY);

        assertThat(decide(aSend().key("k").build())).isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-38: what was tried as often as it may be is not sent again; it stays unknown, and counts")
    void a_message_is_not_sent_again_for_ever() {
        sentAndHeldAgain();
        Admission.Decided second = decidedAgain();
        settle(second, new Outcome.NotBegun());
        Admission.Decided third = decidedAgain();
        settle(third, new Outcome.Unknown(0));
        itIs(HOUR.multipliedBy(2));

        assertThat(store.ruleUnknown(engine.document(), HOUR, 2)).isZero();

        assertThat(state(third)).isEqualTo(MessageState.UNKNOWN);
        assertThat(counted()).isEqualTo(2);
        assertThat(store.ruleUnknown(engine.document(), HOUR, 3))
                .as("it was ruled on")
                .isZero();
    }

    @Test
    @DisplayName("S-38: an attempt that was never begun is none of those that a message has")
    void an_attempt_that_was_never_begun_is_none() {
        sentAndHeldAgain();
        settle(decidedAgain(), new Outcome.NotBegun());
        settle(decidedAgain(), new Outcome.Unknown(0));
        itIs(HOUR.multipliedBy(2));

        assertThat(store.ruleUnknown(engine.document(), HOUR, 3)).isEqualTo(1);
    }

    private void optsOut() {
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(HOUR))))));
    }

    @Test
    @DisplayName("S-47: of somebody who was erased a failure still says where the message stands")
    void a_failure_of_what_is_nobodys() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        store.personalData().forget(ALICE);

        told(sent, MessageState.FAILED);

        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
    }

    @Test
    @DisplayName("an attempt that was never begun does not count as tried")
    void only_what_was_begun_was_tried() {
        Admission.Decided denied = decided(aSend().key("k").build());
        assertThat(denied.decision().verdict()).isEqualTo(Verdict.DENY);
        agrees(ALICE, PURPOSE);
        Admission.Decided second = decided(aSend().key("k").build());
        assertThat(second.tries()).isEqualTo(1);
        settle(second, new Outcome.NotBegun());
        Admission.Decided third = decidedAgain();
        assertThat(third.attempt()).isEqualTo(3);
        assertThat(third.tries()).isEqualTo(1);

        store.settle(List.of(new Settlement(
                third.messageId(), third.attempt(), new Outcome.Refused(131_056, Duration.ofSeconds(4)))));
        itIs(Duration.ofSeconds(4));

        assertThat(decidedAgain().tries()).isEqualTo(2);
    }
}
