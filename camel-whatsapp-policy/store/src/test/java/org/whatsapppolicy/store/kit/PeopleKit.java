package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.SAO_PAULO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;
import static org.whatsapppolicy.policy.Examples.signedUp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** People: consent, windows, zones, addresses. */
public abstract class PeopleKit extends StoreKit {

    private PersonFacts alice() {
        return store.lookup(ALICE, Duration.ofDays(30));
    }

    @Test
    void a_stranger_is_unknown() {
        assertThat(alice()).isEqualTo(PersonFacts.UNKNOWN);
        assertThat(store.lookup(new UnreadableRecipient("x", "y"), Duration.ZERO))
                .isEqualTo(PersonFacts.UNKNOWN);
    }

    @Test
    @DisplayName("S-12: an opt-out dated ahead is one of now, so that what the person does next can lift it")
    void an_opt_out_of_the_future() {
        Evidence wrong = evidence("crm", TUESDAY_9.plus(Duration.ofDays(365)));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, wrong))));
        assertThat(alice().consents().inForce(PURPOSE, false, TUESDAY_9)).isNotNull();
        store.moveClock(TUESDAY_9.plusSeconds(60));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(59))))));
        assertThat(alice().consents().inForce(PURPOSE, false, store.now())).isNull();
        Evidence list = evidence("import", TUESDAY_9.plus(Duration.ofDays(365)));
        store.bring(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, list))), Set.of());
        store.moveClock(TUESDAY_9.plusSeconds(120));
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(119))))));
        assertThat(alice().consents().inForce(PURPOSE, false, store.now())).isNull();
    }

    @Test
    @DisplayName("S-12: a grant from a clock that is ahead does not outlive the stop that follows it")
    void a_grant_from_a_clock_that_is_ahead() {
        Evidence ahead = signedUp(TUESDAY_9.plusSeconds(200));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, ahead)))));
        store.moveClock(TUESDAY_9.plusSeconds(30));
        Evidence word = evidence("keyword", TUESDAY_9.plusSeconds(30));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, word))));
        store.moveClock(TUESDAY_9.plusSeconds(300));
        assertThat(alice().consents().inForce(PURPOSE, false, store.now())).isNotNull();
    }

    @Test
    @DisplayName(
            "S-3: first contact lasts until the person writes, however many messages they got, and never comes back")
    void first_contact() {
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().build()), accepted());
        assertThat(alice().sent()).hasSize(1);
        assertThat(alice().lastInbound()).isNull();
        store.inbound(ALICE, TUESDAY_9);
        store.moveClock(TUESDAY_9.plus(Duration.ofDays(400)));
        assertThat(alice().lastInbound()).isEqualTo(TUESDAY_9);
    }

    @Test
    void consents_come_back_as_the_fold_made_them() {
        Instant act = TUESDAY_9.minus(Duration.ofDays(9));
        Grant full = new Grant(
                PURPOSE,
                new Evidence(act, "crm", "clerk 7", "terms-2", "pt", "case 99"),
                act.plusSeconds(3),
                act.plus(Duration.ofDays(700)),
                true,
                null,
                null);
        List<ConsentAct> acts = List.of(
                new ConsentAct.Granted(full),
                new ConsentAct.Granted(aGrant(NEWSLETTER, act)),
                new ConsentAct.Confirmed(NEWSLETTER, signedUp(act.plusSeconds(60))),
                new ConsentAct.Confirmed(
                        PURPOSE, new Evidence(act.plusSeconds(70), "crm", "clerk 7", null, null, null)),
                new ConsentAct.Withdrawn(Scope.purpose(PURPOSE), evidence("email", act.plusSeconds(90))),
                new ConsentAct.Withdrawn(Scope.MARKETING, evidence("user-preferences", act.plusSeconds(95))),
                new ConsentAct.Resumed(evidence("user-preferences", act.plusSeconds(99))),
                new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", act.minusSeconds(1))));
        Consents expected = Consents.NONE;
        List<Consents.Effect> effects = new ArrayList<>();
        for (ConsentAct one : acts) {
            Consents.Change change = expected.after(one);
            expected = change.consents();
            effects.add(change.effect());
        }
        List<PersonAct> batch = acts.stream().map(a -> new PersonAct(ALICE, a)).toList();
        assertThat(store.record(batch)).isEqualTo(effects);
        assertThat(alice().consents()).isEqualTo(expected);
        // Folding them once more, one by one and backwards, must not change what is in force.
        for (int i = batch.size() - 1; i >= 0; i--) {
            store.record(List.of(batch.get(i)));
        }
        assertThat(alice().consents().optOuts()).isEqualTo(expected.optOuts());
    }

    @Test
    @DisplayName("S-12: an imported grant does not lift an opt-out")
    void an_import_never_lifts() {
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
        Grant imported = Grant.imported(PURPOSE, evidence("import", TUESDAY_9.plusSeconds(1)), null);
        assertThat(store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(imported)))))
                .containsExactly(Consents.Effect.OPTED_OUT);
        itIs(Duration.ofHours(1));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    @DisplayName("S-24: an inbound message opens the window by its own time, an older one changes nothing")
    void inbound_opens_the_window() {
        store.inbound(ALICE, TUESDAY_9.minusSeconds(60));
        store.inbound(ALICE, TUESDAY_9.minusSeconds(90));
        assertThat(alice().lastInbound()).isEqualTo(TUESDAY_9.minusSeconds(60));
        agrees(ALICE, PURPOSE);
        assertThat(decided(aSend().freeForm().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
        itIs(Duration.ofHours(24));
        assertThat(decided(aSend().freeForm().build()).decision().verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void a_zone_can_be_noted_and_forgotten() {
        store.zone(ALICE, SAO_PAULO);
        assertThat(alice().zone()).isEqualTo(SAO_PAULO);
        store.zone(ALICE, null);
        assertThat(alice().zone()).isNull();
    }

    @Test
    @DisplayName("S-15: what a person sets for themselves is kept, holds messages, and can be taken back")
    void settings_are_kept() {
        agrees(ALICE, PURPOSE);
        PersonSettings own = new PersonSettings(
                QuietHours.parse(List.of("08:00-10:00", "sun")), List.of(Cap.parse("2/30d")), "pt-BR");
        store.settings(ALICE, own);
        assertThat(alice().own()).isEqualTo(own);
        assertThat(decided(aSend().build()).decision().codes()).contains("own-quiet-hours");
        store.settings(ALICE, PersonSettings.NONE);
        assertThat(alice().own()).isEqualTo(PersonSettings.NONE);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-15: a frequency counts as far back as it reaches, though the document's caps do not")
    void a_frequency_reaches_back() {
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().build()), new Outcome.Accepted("wamid.1", false));
        store.settings(ALICE, new PersonSettings(QuietHours.NONE, List.of(Cap.parse("1/30d")), null));
        itIs(Duration.ofDays(29));
        assertThat(decided(aSend().build()).decision().codes()).contains("own-frequency");
        itIs(Duration.ofDays(31));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-18: an ambiguous answer holds until its time or a clear word of the person")
    void questions_are_kept_and_answered() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(3));
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9))),
                new PersonAct(
                        ALICE, new ConsentAct.Questioned(until.minusSeconds(9), evidence("keyword", TUESDAY_9)))));
        assertThat(alice().questionedUntil()).isEqualTo(until);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(5))))));
        assertThat(alice().questionedUntil()).isNull();
    }

    @Test
    @DisplayName("S-18: what the person did before they wrote what is unclear answers nothing, however late it is told")
    void an_earlier_act_answers_no_question() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(3));
        Evidence start = evidence("keyword", TUESDAY_9.minusSeconds(60));
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9))),
                new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.minusSeconds(90)))),
                new PersonAct(ALICE, new ConsentAct.Kept(start)),
                new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.purpose(NEWSLETTER), start))));
        assertThat(alice().questionedUntil()).isEqualTo(until);
        assertThat(decided(aSend().build()).decision().codes()).containsExactly("answer-ambiguous");
    }

    @Test
    @DisplayName("S-18: an import answers no question")
    void an_import_answers_no_question() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(3));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9)))));
        Grant row = Grant.imported(PURPOSE, signedUp(TUESDAY_9.plusSeconds(5)), null);
        store.bring(List.of(new PersonAct(ALICE, new ConsentAct.Granted(row))), Set.of());
        assertThat(alice().questionedUntil()).isEqualTo(until);
    }

    @Test
    @DisplayName("S-18: who wants messages to go on ends the hold, and grants nothing")
    void a_question_is_answered_by_going_on() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(3));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9)))));
        assertThat(store.record(List.of(new PersonAct(ALICE, new ConsentAct.Kept(evidence("button", TUESDAY_9))))))
                .containsExactly(Consents.Effect.APPLIED);
        assertThat(alice().questionedUntil()).isNull();
        assertThat(alice().consents()).isEqualTo(Consents.NONE);
    }

    @Test
    @DisplayName("S-18, S-13: a tap that finds nothing to confirm answers the question all the same")
    void a_confirmation_of_nothing_answers_the_question() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(3));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9)))));
        Evidence tap = evidence("button", TUESDAY_9.plusSeconds(60));
        assertThat(store.record(List.of(new PersonAct(ALICE, new ConsentAct.Confirmed(NEWSLETTER, tap)))))
                .containsExactly(Consents.Effect.NOTHING_TO_CONFIRM);
        assertThat(alice().questionedUntil()).isNull();
        assertThat(alice().consents()).isEqualTo(Consents.NONE);
    }

    @Test
    @DisplayName("S-22: two spellings of one Brazilian number are one person")
    void two_spellings_are_one_person() {
        store.zone(number("+551188880001"), SAO_PAULO);
        store.inbound(number("+5511988880001"), TUESDAY_9);
        PersonFacts facts = store.lookup(number("+551188880001"), Duration.ZERO);
        assertThat(facts.zone()).isEqualTo(SAO_PAULO);
        assertThat(facts.lastInbound()).isEqualTo(TUESDAY_9);
    }

    @Test
    void a_user_id_is_a_person() {
        UserId id = new UserId("BR.13491208655302741918");
        store.inbound(id, TUESDAY_9);
        assertThat(store.lookup(id, Duration.ZERO).lastInbound()).isEqualTo(TUESDAY_9);
    }

    @Test
    void an_unreadable_recipient_is_refused_before_anything_is_done() {
        UnreadableRecipient nobody = new UnreadableRecipient("12***", "too short");
        assertThatThrownBy(() -> store.inbound(nobody, TUESDAY_9)).isInstanceOf(IllegalArgumentException.class);
        List<PersonAct> acts = List.of(
                new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9))),
                new PersonAct(nobody, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9))));
        assertThatThrownBy(() -> store.record(acts)).isInstanceOf(IllegalArgumentException.class);
        assertThat(alice()).isEqualTo(PersonFacts.UNKNOWN);
    }

    @Test
    void instants_finer_than_a_millisecond_are_cut() {
        store.inbound(ALICE, TUESDAY_9.plusNanos(1_999_999));
        assertThat(alice().lastInbound()).isEqualTo(TUESDAY_9.plusMillis(1));
    }
}
