package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.SAO_PAULO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PersonalData.Erasure;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PersonalData.PersonRecord;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;

/** S-47: everything of a person for the person, and nothing of them afterwards but their opt-out. */
public abstract class PersonalDataKit extends StoreKit {

    private static final Recipient ID = new UserId("BR.1001");
    private static final Recipient NEW_ID = new UserId("BR.1002");
    private static final Recipient PARENT = new UserId("BR.ENT.9");
    private static final Duration LONG = Duration.ofDays(60);

    private void knows() {
        agrees(ALICE, PURPOSE);
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:1",
                        "message",
                        ALICE,
                        TUESDAY_9.minusSeconds(90_000),
                        null,
                        null,
                        "{\"text\":\"hello\"}",
                        new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9))));
    }

    private void stops(Scope scope) {
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(scope, evidence("keyword", TUESDAY_9)))));
    }

    private Consents.Effect imports(Recipient person, Instant act) {
        Grant row = Grant.imported(PURPOSE, new Evidence(act, "import", "crm", "terms-1", null, "row 1"), null);
        return store.record(List.of(new PersonAct(person, new ConsentAct.Granted(row))))
                .get(0);
    }

    @Test
    void of_a_stranger_there_is_nothing() {
        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(store.personalData().history(ALICE)).isEmpty();
        assertThat(store.personalData().forget(ALICE)).isEqualTo(Erasure.NOTHING);
    }

    @Test
    @DisplayName("S-47: the export has addresses, consents, their history with evidence, messages and what waits")
    void everything_is_exported() {
        knows();
        settle(decided(aSend().context("order 7").build()), accepted());
        stops(Scope.MARKETING);
        store.record(List.of(new PersonAct(
                ALICE,
                new ConsentAct.Related(
                        "customer", null, new Evidence(TUESDAY_9, "crm", "clerk 7", null, null, "c-1")))));
        PersonRecord all = store.personalData().export(ID).orElseThrow();
        assertThat(all.addresses()).containsExactlyInAnyOrder(ALICE, ID);
        assertThat(all.facts().consents().grants()).hasSize(1);
        assertThat(all.history()).extracting(PastAct::act).containsExactly("granted", "joined", "withdrawn", "related");
        assertThat(all.history().get(3).scope()).isEqualTo("relation:customer");
        assertThat(all.history().get(3).reference()).isEqualTo("c-1");
        assertThat(all.messages()).hasSize(1);
        assertThat(all.messages().get(0).content()).contains("body");
        assertThat(all.messages().get(0).row().asked().context()).isEqualTo("order 7");
        assertThat(all.inbox()).containsExactly("{\"text\":\"hello\"}");
        assertThat(store.personalData().history(ALICE)).isEqualTo(all.history());
    }

    @Test
    @DisplayName(
            "S-22, S-47: what somebody else agreed to meanwhile does not lift what the erased one took back, when they turn out to be one")
    void grants_of_another_do_not_lift_what_an_erased_person_took_back() {
        Recipient other = new UserId("BR.2002");
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(2));
        store.record(List.of(
                new PersonAct(other, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plus(Duration.ofHours(1)))))));
        assertThat(decided(aSend().to(other).build()).decision().verdict()).isEqualTo(Verdict.ALLOW);

        store.inbox()
                .receive(List.of(new Receipt(
                        "m:9",
                        "message",
                        ALICE,
                        null,
                        null,
                        null,
                        null,
                        new Sighting(List.of(ALICE, other), List.of(), "", TUESDAY_9.plus(Duration.ofHours(2))))));

        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
        assertThat(decided(aSend().to(other).build()).decision().codes()).contains("opted-out");
    }

    @Test
    void the_language_of_the_latest_template_is_known() {
        assertThat(store.personalData().lastLanguage(ALICE)).isEmpty();
        agrees(ALICE, PURPOSE);
        decided(aSend().template(PURPOSE).build());
        itIs(Duration.ofMinutes(1));
        decided(aSend().template(new MessageContent.TemplateUse(PURPOSE, "es_MX", List.of(), List.of()))
                .build());
        assertThat(store.personalData().lastLanguage(ALICE)).contains("es_MX");
    }

    @Test
    @DisplayName("S-47: an erased person is a stranger, and decisions stay without them")
    void nothing_is_left_but_decisions() {
        knows();
        Admission.Decided sent = decided(aSend().key("slip-1").build());
        settle(sent, accepted());
        Admission.Decided held = decided(aSend().build());
        assertThat(state(held)).isEqualTo(MessageState.HELD);

        assertThat(store.personalData().forget(ID)).isEqualTo(new Erasure(2, 2, 0));

        assertThat(store.lookup(ALICE, LONG)).isEqualTo(PersonFacts.UNKNOWN);
        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(state(sent)).isEqualTo(MessageState.ACCEPTED);
        assertThat(status(sent).wamid()).isNull();
        assertThat(state(held)).isEqualTo(MessageState.DENIED);
        assertThat(status(held).reasons()).containsExactly("person-forgotten");
        itIs(Duration.ofDays(2));
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.inbox().claim(10, LEASE)).isEmpty();
        // The key still says that it was sent (S-37).
        assertThat(decide(aSend().key("slip-1").build())).isInstanceOf(Admission.Repeated.class);
    }

    @Test
    @DisplayName("S-47: a message that was claimed when its person was erased does not bring the address back")
    void a_claimed_message_brings_nobody_back() {
        knows();
        Admission.Decided held = (Admission.Decided)
                store.decide(List.of(aSend().build()), engine.taking()).get(0);
        SendRequest claimed = store.claimDue(10, LEASE).get(0);
        store.personalData().forget(ALICE);

        assertThat(store.decide(List.of(claimed, aSend().to(BRUNO).build()), engine))
                .hasExactlyElementsOfTypes(Admission.Repeated.class, Admission.Decided.class);

        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(state(held)).isEqualTo(MessageState.DENIED);
        assertThat(status(held).reasons()).containsExactly("person-forgotten");
    }

    @Test
    @DisplayName("S-47: an attempt that was not begun when its person was erased does not bring the address back")
    void an_attempt_that_was_not_begun_brings_nobody_back() {
        knows();
        SendRequest request = aSend().build();
        Admission.Decided sending = decided(request);
        store.personalData().forget(ALICE);
        settle(sending, new Outcome.NotBegun());

        assertThat(decide(aSend().id(request.id()).attempt(2).build())).isInstanceOf(Admission.Repeated.class);

        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(state(sending)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    @DisplayName("S-47, S-21: how long something that was decided before may still begin is told")
    void what_is_under_way_is_told() {
        knows();
        decided(aSend().build());

        assertThat(store.personalData().forget(ALICE).underWay()).isEqualTo(StoreOptions.DEFAULTS.sendLease());
        assertThat(store.personalData().forget(ALICE).underWay()).isZero();
    }

    @Test
    @DisplayName("S-47: a late status moves the message and brings nothing of the person back")
    void a_late_status_brings_nobody_back() {
        knows();
        Admission.Decided sent = decided(aSend().build());
        settle(sent, accepted());
        store.personalData().forget(ALICE);

        store.inbox().receive(List.of(status("s:1", sent, null)));

        assertThat(state(sent)).isEqualTo(MessageState.DELIVERED);
        assertThat(status(sent).wamid()).isNull();
        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(store.personalData().export(ID)).isEmpty();
        assertThat(store.inbox().claim(10, LEASE)).isEmpty();
    }

    @Test
    @DisplayName("S-47, S-16: an opt-out that a late status tells counts all the same")
    void a_late_opt_out_counts() {
        knows();
        Admission.Decided sent = decided(aSend().build());
        settle(sent, accepted());
        store.personalData().forget(ALICE);

        store.inbox()
                .receive(List.of(status(
                        "s:1", sent, new ConsentAct.Withdrawn(Scope.MARKETING, evidence("platform", TUESDAY_9)))));

        assertThat(status(sent).wamid()).isNull();
        assertThat(store.lookup(ALICE, LONG).consents().optOuts()).hasSize(1);
    }

    private static Receipt status(String key, Admission.Decided of, @Nullable ConsentAct act) {
        return new Receipt(
                key,
                "status",
                ALICE,
                null,
                act,
                new Report(of.messageId(), MessageState.DELIVERED, "wamid.9", 0),
                "{}",
                new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9));
    }

    @Test
    @DisplayName(
            "S-47: who opted out and was erased stays opted out, under every address, also when an import brings them back")
    void the_opt_out_stays() {
        knows();
        stops(Scope.ALL);
        assertThat(store.personalData().forget(ALICE)).isEqualTo(new Erasure(2, 0, 2));

        assertThat(store.check(List.of(aSend().to(ID).build()), engine).get(0).codes())
                .contains("opted-out");
        assertThat(imports(ALICE, TUESDAY_9.plusSeconds(60))).isEqualTo(Consents.Effect.OPTED_OUT);
        assertThat(imports(ID, TUESDAY_9.plusSeconds(60))).isEqualTo(Consents.Effect.OPTED_OUT);
        itIs(Duration.ofHours(1));
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
        assertThat(store.lookup(ID, LONG).consents().optOuts()).hasSize(1);
        // What they agree to themselves, later, lifts it as it does for everybody (S-12).
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, evidence("keyword", TUESDAY_9.plusSeconds(90)))))));
        assertThat(decided(aSend().build()).decision().codes()).doesNotContain("opted-out");
    }

    @Test
    @DisplayName("S-12: what an import brings again leaves no trace, and never lifts an opt-out, of marketing neither")
    void an_import_can_be_repeated() {
        Grant row =
                Grant.imported(NEWSLETTER, new Evidence(TUESDAY_9, "import", "crm", "terms-1", null, "row 1"), null);
        List<PersonAct> rows = List.of(new PersonAct(ALICE, new ConsentAct.Granted(row)));
        assertThat(store.bring(rows, Set.of(NEWSLETTER))).containsExactly(Consents.Effect.APPLIED);
        assertThat(store.bring(rows, Set.of(NEWSLETTER))).containsExactly(Consents.Effect.OUTDATED);
        assertThat(store.personalData().history(ALICE)).hasSize(1);
        stops(Scope.MARKETING);
        assertThat(store.bring(rows, Set.of(NEWSLETTER))).containsExactly(Consents.Effect.OPTED_OUT);
        Grant later = Grant.imported(
                NEWSLETTER, new Evidence(TUESDAY_9.plusSeconds(9), "import", "crm", "terms-1", null, "row 2"), null);
        assertThat(store.bring(List.of(new PersonAct(ALICE, new ConsentAct.Granted(later))), Set.of(NEWSLETTER)))
                .containsExactly(Consents.Effect.OPTED_OUT);
        itIs(Duration.ofHours(1));
        assertThat(store.lookup(ALICE, LONG).consents().inForce(NEWSLETTER, true, at(Duration.ofHours(1))))
                .isNotNull();
    }

    @Test
    @DisplayName("S-47, S-22: an erased address that is seen with a known one brings its opt-out along")
    void an_erased_address_joins_as_opted_out() {
        agrees(ID, NEWSLETTER);
        agrees(ALICE, PURPOSE);
        stops(Scope.purpose(NEWSLETTER));
        store.personalData().forget(ALICE);
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:2",
                        "status",
                        ALICE,
                        null,
                        null,
                        null,
                        null,
                        new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9))));
        assertThat(store.lookup(ID, LONG).consents().optOut(Scope.purpose(NEWSLETTER)))
                .isNotNull();
    }

    @Test
    @DisplayName(
            "S-47, S-22, S-12: who came back and agreed anew is not opted out again when their other address is seen")
    void who_came_back_agreed_for_all_of_their_addresses() {
        knows();
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        agreesAgain(ALICE, Duration.ofMinutes(30));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);

        itIs(Duration.ofDays(2));
        seenTogether(at(Duration.ofDays(2)));

        assertThat(store.check(List.of(aSend().build(), aSend().to(ID).build()), engine))
                .allSatisfy(one -> assertThat(one.codes()).doesNotContain("opted-out"));
        assertThat(store.lookup(ID, LONG).consents().optOut(Scope.ALL)).isNotNull();
    }

    @Test
    @DisplayName("S-47, S-23: who was erased and changes their number is opted out under the new one too")
    void the_opt_out_goes_with_a_change_of_number() {
        Recipient next = number("+5511988880077");
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:moved",
                        "number-changed",
                        next,
                        null,
                        null,
                        null,
                        null,
                        new Sighting(List.of(next), List.of(ALICE), "", at(Duration.ofHours(1))))));
        Grant row = Grant.imported(
                PURPOSE, new Evidence(at(Duration.ofMinutes(30)), "import", "crm", "terms-1", null, "row 1"), null);
        assertThat(store.bring(List.of(new PersonAct(next, new ConsentAct.Granted(row))), Set.of()))
                .containsExactly(Consents.Effect.OPTED_OUT);
        assertThat(decided(aSend().to(next).build()).decision().codes()).contains("opted-out");
        assertThat(store.personalData().export(ALICE)).isEmpty();
    }

    @Test
    @DisplayName("S-47, S-23: so it does where their new number is known already, and once")
    void the_opt_out_goes_to_a_number_that_is_known() {
        Recipient next = number("+5511988880077");
        agrees(next, PURPOSE);
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        tellsOfMove("m:moved", next, at(Duration.ofHours(1)));
        assertThat(decided(aSend().to(next).build()).decision().codes()).contains("opted-out");
        assertThat(store.personalData().export(ALICE)).isEmpty();

        itIs(Duration.ofDays(2));
        agreesAgain(next, Duration.ofHours(30));
        tellsOfMove("m:moved to another number of ours", next, at(Duration.ofHours(1)));
        assertThat(decided(aSend().to(next).build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-47, S-23: so it does when the notice comes after a message by the new addresses")
    void the_opt_out_goes_with_a_late_notice() {
        Recipient next = number("+5511988880077");
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(2));
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:next",
                        "message",
                        next,
                        null,
                        new ConsentAct.Granted(aGrant(PURPOSE, at(Duration.ofHours(2)))),
                        null,
                        null,
                        new Sighting(List.of(next, ID), List.of(), "", at(Duration.ofHours(2))))));
        assertThat(store.check(List.of(aSend().to(next).build()), engine).get(0).verdict())
                .isEqualTo(Verdict.ALLOW);
        tellsOfMove("m:moved", next, at(Duration.ofHours(1)));
        assertThat(decided(aSend().to(next).build()).decision().codes()).contains("opted-out");
    }

    private void tellsOfMove(String key, Recipient next, Instant when) {
        store.inbox()
                .receive(List.of(new Receipt(
                        key,
                        "number-changed",
                        next,
                        null,
                        null,
                        null,
                        null,
                        new Sighting(List.of(next), List.of(ALICE), "", when))));
    }

    private void seen(String key, @Nullable String payload, Sighting sighting) {
        store.inbox()
                .receive(List.of(
                        new Receipt(key, "message", sighting.addresses().get(0), null, null, null, payload, sighting)));
    }

    /** Somebody of whom everything is known, whose phone somebody else has an hour later. */
    private void changesHands() {
        agrees(ALICE, PURPOSE);
        seen("m:1", "{\"text\":\"old\"}", new Sighting(List.of(ALICE, ID, PARENT), List.of(), "acme", TUESDAY_9));
        settle(decided(aSend().context("old").build()), accepted());
        store.settings(ALICE, new PersonSettings(QuietHours.NONE, List.of(), "pt"));
        store.zone(ALICE, SAO_PAULO);
        stops(Scope.MARKETING);
        itIs(Duration.ofHours(1));
        seen(
                "m:2",
                "{\"text\":\"new\"}",
                new Sighting(List.of(ALICE, NEW_ID), List.of(), "acme", at(Duration.ofHours(1))));
        itIs(Duration.ofDays(2));
        agreesAgain(ALICE, Duration.ofDays(1));
        settle(decided(aSend().context("new").build()), accepted());
    }

    @Test
    @DisplayName(
            "S-47, S-23: under a phone that changed hands the export shows what came since, and nothing of who had it before")
    void an_export_shows_the_new_owner_what_is_theirs() {
        changesHands();
        PersonRecord all = store.personalData().export(ALICE).orElseThrow();
        assertThat(all.withheldUntil()).isEqualTo(at(Duration.ofHours(1)));
        assertThat(all.addresses()).containsExactlyInAnyOrder(ALICE, NEW_ID);
        assertThat(all.messages()).extracting(m -> m.row().asked().context()).containsExactly("new");
        assertThat(all.history()).extracting(PastAct::act).containsExactly("quarantined", "granted");
        assertThat(all.facts().consents().grants())
                .extracting(g -> g.evidence().act())
                .containsExactly(at(Duration.ofDays(1)));
        assertThat(all.inbox()).isEmpty();
        assertThat(all.facts().zone()).isNull();
        assertThat(all.facts().own()).isEqualTo(PersonSettings.NONE);
        // That somebody opted out of marketing is in force for them too, and no more of it is told than that.
        assertThat(all.facts().consents().optOuts())
                .containsExactly(
                        new OptOut(Scope.MARKETING, evidence("before-change-of-hands", at(Duration.ofHours(1)))));
        assertThat(store.lookup(ALICE, LONG).consents().grants()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "S-47, S-23: nor does it show the former owner, by an address that was not seen with the new one, what is the new one's")
    void an_export_shows_the_former_owner_nothing_of_the_new_one() {
        changesHands();
        for (Recipient former : List.of(ID, PARENT)) {
            PersonRecord all = store.personalData().export(former).orElseThrow();
            assertThat(all.withheldUntil()).isEqualTo(at(Duration.ofHours(former.equals(ID) ? 1 : 48)));
            assertThat(all.addresses()).containsExactly(former);
            assertThat(all.messages()).isEmpty();
            assertThat(all.history()).extracting(PastAct::act).doesNotContain("granted", "withdrawn");
            assertThat(all.facts().consents().grants()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "S-47, S-23: who the platform tells has changed their number gets everything under the new one, and nobody under the old one")
    void an_export_after_a_change_of_number() {
        Recipient next = number("+5511988880077");
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().context("order 7").build()), accepted());
        tellsOfMove("m:moved", next, at(Duration.ofHours(1)));
        PersonRecord all = store.personalData().export(next).orElseThrow();
        assertThat(all.withheldUntil()).isNull();
        assertThat(all.messages()).hasSize(1);
        assertThat(all.facts().consents().grants()).hasSize(1);
        PersonRecord left = store.personalData().export(ALICE).orElseThrow();
        assertThat(left.withheldUntil()).isNotNull();
        assertThat(left.messages()).isEmpty();
        assertThat(left.facts().consents().grants()).isEmpty();
    }

    @Test
    @DisplayName("S-47, S-23: but nothing of somebody who had the new number before")
    void an_export_after_a_change_to_a_number_that_was_known() {
        Recipient next = number("+5511988880077");
        agrees(ALICE, PURPOSE);
        agrees(next, PURPOSE);
        settle(decided(aSend().to(next).context("somebody else's").build()), accepted());
        tellsOfMove("m:moved", next, at(Duration.ofHours(1)));
        assertThat(store.personalData().export(next).orElseThrow().messages()).isEmpty();
    }

    @Test
    @DisplayName("S-47, S-22: another opt-out of the erased one, by the address that is seen, is in force all the same")
    void another_opt_out_by_the_other_address_counts() {
        knows();
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        store.record(List.of(
                new PersonAct(ID, new ConsentAct.Withdrawn(Scope.ALL, evidence("email", at(Duration.ofMinutes(10)))))));
        store.personalData().forget(ID);
        agreesAgain(ALICE, Duration.ofMinutes(30));

        seenTogether(at(Duration.ofHours(1)));

        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
    }

    private void agreesAgain(Recipient person, Duration when) {
        store.record(List.of(new PersonAct(person, new ConsentAct.Granted(aGrant(PURPOSE, at(when))))));
    }

    private void seenTogether(Instant when) {
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:together",
                        "status",
                        ALICE,
                        null,
                        null,
                        null,
                        null,
                        new Sighting(List.of(ALICE, ID), List.of(), "", when))));
    }

    @Test
    @DisplayName(
            "S-16, S-12: what no database keeps in a text is no reason not to take an act, nor to take it again and again")
    void odd_characters_in_evidence() {
        Evidence odd =
                new Evidence(TUESDAY_9, "crm\0", "clerk \ud83d", "terms\0 1", "p\0t", "form \ud83d\ude00 \ude00\0");
        Grant row = Grant.imported(NEWSLETTER, odd, null);
        List<PersonAct> rows = List.of(new PersonAct(ALICE, new ConsentAct.Granted(row)));
        assertThat(store.bring(rows, Set.of(NEWSLETTER))).containsExactly(Consents.Effect.APPLIED);
        assertThat(store.bring(rows, Set.of(NEWSLETTER))).containsExactly(Consents.Effect.OUTDATED);
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, odd)),
                new PersonAct(ALICE, new ConsentAct.Related("customer\0", null, odd))));

        PersonRecord all = store.personalData().export(ALICE).orElseThrow();
        Evidence kept = new Evidence(TUESDAY_9, "crm", "clerk ?", "terms 1", "pt", "form \ud83d\ude00 ?");
        assertThat(all.facts().consents().optOut(Scope.ALL))
                .extracting(OptOut::evidence)
                .isEqualTo(kept);
        assertThat(all.facts().consents().grant(NEWSLETTER))
                .extracting(Grant::evidence)
                .isEqualTo(kept);
        assertThat(all.history())
                .extracting(PastAct::scope)
                .containsExactly("purpose:" + NEWSLETTER, "all", "relation:customer");
    }

    @Test
    @DisplayName(
            "S-12, S-47: a row that an opt-out overrules leaves nothing: it does not come into force when a resume comes")
    void a_rejected_row_leaves_nothing() {
        Evidence menu = evidence("user-preferences", TUESDAY_9);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.MARKETING, menu))));
        Grant row = Grant.imported(
                NEWSLETTER, new Evidence(TUESDAY_9.plusSeconds(9), "import", "crm", "terms-1", null, "row 2"), null);
        itIs(Duration.ofHours(1));
        assertThat(store.bring(List.of(new PersonAct(ALICE, new ConsentAct.Granted(row))), Set.of(NEWSLETTER)))
                .containsExactly(Consents.Effect.OPTED_OUT);
        assertThat(store.personalData().history(ALICE))
                .extracting(PastAct::effect)
                .containsExactly("applied");
        Evidence resumed = evidence("user-preferences", TUESDAY_9.plusSeconds(1800));
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Resumed(resumed))));
        assertThat(store.lookup(ALICE, LONG).consents().inForce(NEWSLETTER, true, at(Duration.ofHours(1))))
                .isNull();
        assertThat(store.lookup(ALICE, LONG).consents().grant(NEWSLETTER)).isNull();
    }

    @Test
    @DisplayName("S-47, S-12: rows about somebody who was erased bring no address back, unless one of them is taken")
    void a_rejected_row_brings_no_address_back() {
        stops(Scope.purpose(NEWSLETTER));
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        Evidence seen = new Evidence(TUESDAY_9.plusSeconds(9), "import", "crm", "terms-1", null, "row 2");
        PersonAct refused = new PersonAct(ALICE, new ConsentAct.Granted(Grant.imported(NEWSLETTER, seen, null)));
        PersonAct known = new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.purpose(NEWSLETTER), early()));
        PersonAct other = new PersonAct(BRUNO, new ConsentAct.Granted(Grant.imported(NEWSLETTER, seen, null)));
        assertThat(store.bring(List.of(refused, other, known), Set.of()))
                .containsExactly(Consents.Effect.OPTED_OUT, Consents.Effect.APPLIED, Consents.Effect.OUTDATED);
        assertThat(store.personalData().export(ALICE)).isEmpty();
        assertThat(store.personalData().history(BRUNO)).hasSize(1);

        PersonAct taken = new PersonAct(ALICE, new ConsentAct.Granted(Grant.imported(PURPOSE, seen, null)));
        assertThat(store.bring(List.of(refused, taken), Set.of()))
                .containsExactly(Consents.Effect.OPTED_OUT, Consents.Effect.APPLIED);
        assertThat(store.lookup(ALICE, LONG).consents().optOut(Scope.purpose(NEWSLETTER)))
                .isNotNull();
        assertThat(store.personalData().history(ALICE))
                .extracting(PastAct::act)
                .containsExactly("withdrawn", "granted");
    }

    private static Evidence early() {
        return new Evidence(TUESDAY_9.minusSeconds(60), "crm", null, null, null, null);
    }

    @Test
    @DisplayName("S-47: a later erasure of the same address keeps the later opt-out")
    void a_second_erasure_keeps_the_later_opt_out() {
        stops(Scope.ALL);
        store.personalData().forget(ALICE);
        itIs(Duration.ofSeconds(500));
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9.plusSeconds(500))))));
        store.personalData().forget(ALICE);
        itIs(Duration.ofHours(1));
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, evidence("keyword", TUESDAY_9.plusSeconds(400)))))));
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
    }
}
