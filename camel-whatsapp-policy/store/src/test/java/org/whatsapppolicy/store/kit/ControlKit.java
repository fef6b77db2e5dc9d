package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Controls.Order;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** What operators order. */
public abstract class ControlKit extends StoreKit {

    private long revision = 1;

    private static final String SLIPS = Stop.purpose(PURPOSE);

    @Test
    void a_stop_holds_from_the_next_decision_on_at_every_node() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore other = stores.open(FROZEN)) {
            assertThat(other.controls().stop(SLIPS, "ann", "wrong amounts")).isTrue();

            Admission.Decided held = decided(aSend().build());
            assertThat(held.decision().verdict()).isEqualTo(Verdict.DEFER);
            assertThat(held.decision().codes()).containsExactly("stopped");
            assertThat(held.decision().reasons().get(0).detail())
                    .isEqualTo("purpose:payment-slip since 2026-03-10T12:00:00Z, by ann");
            assertThat(store.controls().stops())
                    .containsExactly(new Stop(SLIPS, at(Duration.ZERO), "ann", "wrong amounts"));
        }
    }

    @Test
    void a_resume_brings_back_what_was_held_at_once() {
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        Admission.Decided held = decided(aSend().build());
        itIs(Duration.ofMinutes(1));
        assertThat(store.claimDue(10, LEASE)).isEmpty();

        assertThat(store.controls().resume(Stop.ALL, "bob", "mended")).isTrue();

        Admission.Decided again = decided(store.claimDue(10, LEASE).get(0));
        assertThat(again.messageId()).isEqualTo(held.messageId());
        assertThat(state(again)).isEqualTo(MessageState.SENDING);
    }

    @Test
    void a_resume_of_what_is_not_stopped_has_what_is_held_looked_at_again() {
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        Admission.Decided held = decided(aSend().build());
        assertThat(store.claimDue(10, LEASE)).isEmpty();

        assertThat(store.controls().resume(SLIPS, "bob", "again, for the first broke off"))
                .isFalse();

        Admission.Decided again = decided(store.claimDue(10, LEASE).get(0));
        assertThat(again.messageId()).isEqualTo(held.messageId());
        assertThat(again.decision().codes()).containsExactly("stopped");
    }

    @Test
    void what_is_held_for_another_reason_stays_held() {
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().build()), accepted());
        Admission.Decided capped = decided(aSend().build());
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        store.controls().resume(Stop.ALL, "ann", "mended");

        assertThat(store.claimDue(10, LEASE)).isEmpty();
        assertThat(state(capped)).isEqualTo(MessageState.HELD);
    }

    @Test
    void the_first_stop_of_a_scope_stands_and_a_second_is_told_so() {
        store.controls().stop(SLIPS, "ann", "wrong amounts");
        itIs(Duration.ofMinutes(1));

        assertThat(store.controls().stop(SLIPS, "bob", "what ann says")).isFalse();

        assertThat(store.controls().stops()).extracting(Stop::by).containsExactly("ann");
        assertThat(store.controls().resume(Stop.ALL, "bob", "mended")).isFalse();
        assertThat(store.controls().stops()).hasSize(1);
    }

    @Test
    void every_order_is_kept_with_who_and_why() {
        store.controls().stop(SLIPS, "ann", "wrong amounts");
        itIs(Duration.ofMinutes(1));
        store.controls().resume(SLIPS, "bob", "mended");

        assertThat(store.controls().orders(10))
                .containsExactly(
                        new Order(at(Duration.ofMinutes(1)), "bob", "resume", SLIPS, "mended"),
                        new Order(at(Duration.ZERO), "ann", "stop", SLIPS, "wrong amounts"));
        assertThat(store.controls().orders(1)).hasSize(1);
    }

    @Test
    @DisplayName(
            "S-18: a review that finds no opt-out ends what the ambiguous answer held, and stands in the person's history")
    void a_review_releases_a_person() {
        agrees(ALICE, PURPOSE);
        assertThat(store.controls().release(ALICE, "ann", "read it")).isFalse();
        store.record(List.of(new PersonAct(
                ALICE,
                new ConsentAct.Questioned(at(Duration.ofDays(3)), evidence("keyword", at(Duration.ofSeconds(-1)))))));
        Admission.Decided held = decided(aSend().build());
        assertThat(held.decision().verdict()).isEqualTo(Verdict.DEFER);
        itIs(Duration.ofMinutes(1));
        assertThat(store.claimDue(10, LEASE)).isEmpty();

        assertThat(store.controls().release(ALICE, "ann", "wanted another time"))
                .isTrue();

        Admission.Decided again = decided(store.claimDue(10, LEASE).get(0));
        assertThat(again.messageId()).isEqualTo(held.messageId());
        assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(store.personalData().history(ALICE).toString()).contains("review", "ann");
        assertThat(store.controls().release(ALICE, "ann", "again")).isFalse();
    }

    @Test
    @DisplayName("promise 1: a review lifts no opt-out")
    void a_review_lifts_no_opt_out() {
        agrees(ALICE, PURPOSE);
        store.record(List.of(
                new PersonAct(
                        ALICE,
                        new ConsentAct.Questioned(
                                at(Duration.ofDays(3)), evidence("keyword", at(Duration.ofSeconds(-1))))),
                new PersonAct(
                        ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofSeconds(-1)))))));
        itIs(Duration.ofMinutes(1));
        store.controls().release(ALICE, "ann", "read it");
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
    }

    private Admission.Decided unknown() {
        return unknown("k");
    }

    private Admission.Decided unknown(String key) {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().key(key).build());
        settle(sent, new Outcome.Unknown(0));
        assertThat(state(sent)).isEqualTo(MessageState.UNKNOWN);
        return sent;
    }

    /** By a document that says so, which is in force from then on. */
    private int ruled(WhenUnknown whenUnknown) {
        Cap daily = new Cap.Rolling(1, Duration.ofHours(24), false);
        activate(aDocument().revision(++revision).purpose(aPurpose().cap(daily).whenUnknown(whenUnknown)));
        return store.ruleUnknown(engine.document(), Duration.ofHours(1), 5);
    }

    @Test
    @DisplayName("S-38: hold, the default, leaves an unknown message to proof")
    void hold_leaves_it_unknown() {
        Admission.Decided sent = unknown();
        itIs(Duration.ofDays(30));

        assertThat(ruled(WhenUnknown.HOLD)).isZero();
        assertThat(state(sent)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    @DisplayName("S-26, S-37: fail ends it after the horizon; it still counts, and its key repeats that")
    void fail_ends_it_after_the_horizon() {
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1).minusMillis(1));
        assertThat(ruled(WhenUnknown.FAIL)).isZero();
        itIs(Duration.ofHours(1));
        assertThat(ruled(WhenUnknown.FAIL)).isEqualTo(1);

        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
        assertThat(decide(aSend().key("k").build())).isEqualTo(new Admission.Repeated(status(sent)));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    @DisplayName("S-26, S-37: word that it failed indeed, which comes after the horizon, frees its place and its key")
    void a_failure_that_is_told_after_the_horizon_releases_it() {
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1));
        ruled(WhenUnknown.FAIL);

        Report report = new Report(sent.messageId(), 1, MessageState.FAILED, "wamid.1", 131_026);
        store.inbox().receive(List.of(new Receipt("s:1", "status", ALICE, null, null, report, null)));

        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
        assertThat(status(sent).errorCode()).isEqualTo(131_026);
        Admission.Decided again = decided(aSend().key("k").build());
        assertThat(again.messageId()).isEqualTo(sent.messageId());
        assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-38: resend decides it anew after the horizon, as the next attempt")
    void resend_decides_it_anew() {
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1));
        activate(aDocument().revision(2).purpose(aPurpose().whenUnknown(WhenUnknown.RESEND)));
        assertThat(store.ruleUnknown(engine.document(), Duration.ofHours(1), 5)).isEqualTo(1);

        Admission.Decided again = decided(store.claimDue(10, LEASE).get(0));
        assertThat(again.messageId()).isEqualTo(sent.messageId());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(state(again)).isEqualTo(MessageState.SENDING);
        settle(sent, new Outcome.Unknown(0));
        assertThat(state(again)).isEqualTo(MessageState.SENDING);
    }

    @Test
    @DisplayName("S-38, S-4: what really is marketing is never sent again, whatever its purpose claims")
    void resend_leaves_marketing_unknown() {
        store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.MARKETING)));
        store.suppressionImported(at(Duration.ZERO));
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1));

        assertThat(ruled(WhenUnknown.RESEND)).isZero();
        assertThat(state(sent)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    @DisplayName("S-38: what a purpose says when the horizon ends counts, not what it said before")
    void what_is_said_at_the_horizon_counts() {
        Admission.Decided sent = unknown();
        itIs(Duration.ofMinutes(59));
        assertThat(ruled(WhenUnknown.HOLD)).isZero();
        itIs(Duration.ofHours(1));

        assertThat(ruled(WhenUnknown.FAIL)).isEqualTo(1);
        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = WhenUnknown.class,
            names = {"FAIL", "RESEND"})
    @DisplayName("S-38: each is ruled on once: what hold left stays unknown when the purpose says otherwise later")
    void what_was_held_stays_unknown(WhenUnknown later) {
        activate(aDocument().revision(2).purpose(aPurpose()));
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1));
        assertThat(ruled(WhenUnknown.HOLD)).isZero();
        itIs(Duration.ofDays(7));

        assertThat(ruled(later)).isZero();

        assertThat(state(sent)).isEqualTo(MessageState.UNKNOWN);
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        Admission.Decided another = unknown("k2");
        itIs(Duration.ofDays(7).plusHours(1));
        assertThat(ruled(later)).isEqualTo(1);
        assertThat(state(another)).isNotEqualTo(MessageState.UNKNOWN);
    }

    @Test
    @DisplayName("S-38: what was left unknown is settled by a status, by its owner and by hand as before")
    void what_was_left_is_settled() {
        activate(aDocument().revision(2).purpose(aPurpose()));
        Admission.Decided told = unknown();
        Admission.Decided owned = unknown("k2");
        Admission.Decided settled = unknown("k3");
        itIs(Duration.ofHours(1));
        assertThat(ruled(WhenUnknown.HOLD)).isZero();

        Report read = new Report(told.messageId(), MessageState.READ, "wamid.9", 0);
        store.inbox().receive(List.of(new Receipt("s:9", "status", ALICE, null, null, read, null)));
        settle(owned, accepted());

        assertThat(state(told)).isEqualTo(MessageState.READ);
        assertThat(state(owned)).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.controls().settle(settled.messageId(), false, "ann", "looked"))
                .isTrue();
        assertThat(state(settled)).isEqualTo(MessageState.FAILED);
    }

    @Test
    @DisplayName("S-38, S-47: what a version before took the payload of cannot be sent again, and stays unknown")
    void resend_needs_what_was_said() throws SQLException {
        Admission.Decided sent = unknown();
        itIs(Duration.ofHours(1));
        try (Connection tables = stores.tables()) {
            if (tables == null) {
                return;
            }
            try (Statement statement = tables.createStatement()) {
                statement.execute("delete from message_content");
            }
        }

        assertThat(ruled(WhenUnknown.RESEND)).isZero();
        assertThat(state(sent)).isEqualTo(MessageState.UNKNOWN);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    @DisplayName("S-38: an operator settles what is unknown by proof, and nothing else")
    void an_operator_settles_it() {
        Admission.Decided sent = unknown();

        assertThat(store.controls().settle(sent.messageId(), true, "ann", "seen on the phone"))
                .isTrue();
        assertThat(state(sent)).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.controls().settle(sent.messageId(), false, "ann", "no"))
                .isFalse();
        assertThat(state(sent)).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.controls().orders(2))
                .extracting(Order::action)
                .containsExactly("settle not-sent", "settle sent");
    }

    @Test
    @DisplayName("S-37: proof that it was not sent frees its key and its place under the caps")
    void proof_that_it_was_not_sent_frees_it() {
        Admission.Decided sent = unknown();

        assertThat(store.controls().settle(sent.messageId(), false, "ann", "the platform's log"))
                .isTrue();
        assertThat(state(sent)).isEqualTo(MessageState.FAILED);

        Admission.Decided again = decided(aSend().key("k").build());
        assertThat(again.messageId()).isEqualTo(sent.messageId());
        assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
    }
}
