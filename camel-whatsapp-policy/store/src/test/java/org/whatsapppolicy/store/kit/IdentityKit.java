package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** S-22, S-23: addresses that belong to one person, people who turn out to be one, and numbers with a new owner. */
public abstract class IdentityKit extends StoreKit {

    private static final Recipient ID = new UserId("BR.1001");
    private static final Recipient OTHER_ID = new UserId("BR.1002");
    private static final Recipient NEW_PHONE = number("+5511988880077");

    private int events;

    private void told(Sighting sighting) {
        told(sighting, null, null);
    }

    private void told(Sighting sighting, @Nullable Instant wrote, @Nullable ConsentAct act) {
        events++;
        Recipient person = sighting.addresses().get(0);
        store.inbox()
                .receive(List.of(new Receipt(
                        "e:" + events, "message", person, wrote, act, null, "{\"n\":" + events + "}", sighting)));
    }

    private static Sighting together(Recipient... addresses) {
        return seen(TUESDAY_9, addresses);
    }

    private static Sighting seen(Instant at, Recipient... addresses) {
        return new Sighting(List.of(addresses), List.of(), "acme", at);
    }

    private static Sighting moved(Instant at) {
        return new Sighting(List.of(NEW_PHONE, OTHER_ID), List.of(ALICE, ID), "acme", at);
    }

    private PersonFacts facts(Recipient address) {
        return store.lookup(address, Duration.ofDays(30));
    }

    private Verdict verdict(Recipient to) {
        return store.check(List.of(aSend().to(to).build()), engine).get(0).verdict();
    }

    private List<String> codes(Recipient to) {
        return store.check(List.of(aSend().to(to).build()), engine).get(0).codes();
    }

    private void stops(Recipient person) {
        store.record(
                List.of(new PersonAct(person, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
    }

    @Test
    @DisplayName("S-22: a number and a user id seen together are one person from then on")
    void an_id_seen_with_a_number_is_theirs() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID), TUESDAY_9.minusSeconds(60), null);
        assertThat(facts(ID)).isEqualTo(facts(ALICE));
        assertThat(facts(ID).lastInbound()).isEqualTo(TUESDAY_9.minusSeconds(60));
        assertThat(verdict(ID)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-23: a clock of the platform that is ahead does not make an old sighting the newest")
    void a_sighting_is_not_later_than_the_stores_clock() {
        told(seen(at(Duration.ofDays(1)), ALICE, ID));
        itIs(Duration.ofHours(1));
        told(seen(at(Duration.ofHours(1)), ALICE, OTHER_ID));
        assertThat(facts(OTHER_ID)).isEqualTo(facts(ALICE));
        assertThat(facts(ALICE).quarantinedSince()).isEqualTo(at(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("S-22: an address that stands twice in one event is one address")
    void an_id_seen_twice_is_one_address() {
        told(together(ID, ID), TUESDAY_9, null);
        assertThat(facts(ID).lastInbound()).isEqualTo(TUESDAY_9);
        told(together(ALICE, ID, ID));
        assertThat(facts(ALICE)).isEqualTo(facts(ID));
    }

    @Test
    @DisplayName("S-22: what either took back, neither gets")
    void opt_outs_of_both_count() {
        agrees(ALICE, PURPOSE);
        stops(ID);
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        told(together(ALICE, ID));
        assertThat(codes(ALICE)).contains("opted-out");
        assertThat(codes(ID)).contains("opted-out");
    }

    @Test
    @DisplayName("S-22: a grant that one gave later does not lift what the other took back")
    void grants_of_one_lift_nothing_of_the_other() {
        stops(ID);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(9))))));
        itIs(Duration.ofMinutes(1));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        told(together(ALICE, ID));
        assertThat(codes(ALICE)).contains("opted-out");
        // One that they give as the one person they are does.
        store.record(List.of(new PersonAct(ID, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(30))))));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-13, S-22: a tap by a user id confirms what a phone asked for, once both turn out to be one")
    void a_tap_waits_for_whom_it_confirms() {
        Grant asked = aGrant(NEWSLETTER, TUESDAY_9);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(asked))));
        taps(Duration.ofMinutes(1), ID);
        assertThat(facts(ID).consents().grants()).isEmpty();
        told(seen(at(Duration.ofMinutes(2)), ALICE, ID));
        Grant grant = newsletter();
        assertThat(grant.confirmed()).isEqualTo(at(Duration.ofMinutes(1)));
        assertThat(grant.evidence()).isEqualTo(asked.evidence());
        assertThat(store.personalData().history(ID))
                .filteredOn(act -> act.act().equals("confirmed"))
                .extracting(PastAct::effect)
                .containsExactly("nothing-to-confirm", "applied");
    }

    @Test
    @DisplayName("S-13, S-22: a tap in an event that shows both confirms at once")
    void a_tap_that_shows_both_confirms() {
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(NEWSLETTER, TUESDAY_9)))));
        taps(Duration.ofMinutes(1), ID, ALICE);
        Grant grant = newsletter();
        assertThat(grant.confirmed()).isEqualTo(at(Duration.ofMinutes(1)));
    }

    @Test
    @DisplayName("S-13: a tap from before they asked for it confirms nothing")
    void a_tap_before_the_request_confirms_nothing() {
        taps(Duration.ofMinutes(1), ID);
        itIs(Duration.ofMinutes(2));
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(NEWSLETTER, at(Duration.ofSeconds(61)))))));
        told(seen(at(Duration.ofMinutes(2)), ALICE, ID));
        Grant grant = newsletter();
        assertThat(grant.confirmed()).isNull();
    }

    @Test
    @DisplayName("S-12, S-22: such a tap lifts nothing that the other took back")
    void a_tap_of_one_lifts_nothing_of_the_other() {
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(NEWSLETTER, TUESDAY_9)))));
        stops(ALICE);
        taps(Duration.ofMinutes(1), ID);
        told(seen(at(Duration.ofMinutes(2)), ALICE, ID));
        assertThat(facts(ID).consents().inForce(NEWSLETTER, true, at(Duration.ofMinutes(2))))
                .isNotNull();
    }

    private Grant newsletter() {
        return Objects.requireNonNull(facts(ALICE).consents().grant(NEWSLETTER), "the grant");
    }

    private void taps(Duration after, Recipient... by) {
        itIs(after);
        ConsentAct tap = new ConsentAct.Confirmed(NEWSLETTER, evidence("button", at(after)));
        told(seen(at(after), by), at(after), tap);
    }

    @Test
    @DisplayName("S-22: messages to both count against the cap")
    void counters_add_up() {
        agrees(ALICE, PURPOSE);
        agrees(ID, PURPOSE);
        settle(decided(aSend().to(ID).build()), accepted());
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        told(together(ALICE, ID));
        assertThat(codes(ALICE)).contains("cap-reached");
        assertThat(facts(ALICE).sent()).hasSize(1);
    }

    @Test
    @DisplayName(
            "S-18, S-24: a question holds both, a window opened by either is open, a zone they disagree on is unknown")
    void the_rest_is_the_stricter_of_both() {
        Instant until = TUESDAY_9.plus(Duration.ofDays(2));
        store.record(List.of(new PersonAct(ID, new ConsentAct.Questioned(until, evidence("keyword", TUESDAY_9)))));
        store.inbound(ALICE, TUESDAY_9.minusSeconds(7));
        store.inbound(ID, TUESDAY_9.minusSeconds(9));
        store.zone(ALICE, SAO_PAULO);
        told(together(ALICE, ID));
        assertThat(facts(ALICE).questionedUntil()).isEqualTo(until);
        assertThat(facts(ALICE).lastInbound()).isEqualTo(TUESDAY_9.minusSeconds(7));
        assertThat(facts(ID).zone()).isEqualTo(SAO_PAULO);
    }

    @Test
    @DisplayName("S-37: a key is not in conflict because the person was met under another address meanwhile")
    void keys_stay_with_the_person() {
        agrees(ALICE, PURPOSE);
        agrees(ID, PURPOSE);
        Admission.Decided first = decided(aSend().to(ID).key("slip-1").build());
        settle(first, accepted());
        told(together(ALICE, ID));
        assertThat(decide(aSend().to(ALICE).key("slip-1").build())).isInstanceOf(Admission.Repeated.class);
        assertThat(decide(aSend().to(ID).key("slip-1").build())).isInstanceOf(Admission.Repeated.class);
    }

    @Test
    @DisplayName("M-8: what was queued for either stays in order for the one they are")
    void the_inbox_stays_in_order() {
        told(seen(TUESDAY_9, ALICE));
        told(seen(TUESDAY_9, ID));
        told(together(ALICE, ID));
        List<Queued> claimed = store.inbox().claim(10, Duration.ofMinutes(1));
        assertThat(claimed).extracting(Queued::payload).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        assertThat(claimed)
                .extracting(Queued::person)
                .containsOnly(claimed.get(0).person());
    }

    @Test
    @DisplayName("S-21: what is under way to either is waited for under each address")
    void what_is_under_way_is_known_by_each_address() {
        agrees(ID, PURPOSE);
        decided(aSend().to(ID).build());
        told(together(ALICE, ID));
        assertThat(store.inbox().underWay(List.of(ALICE))).hasValue(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("S-23: a phone seen with a new user id gets nothing proactive, and opt-outs stay")
    void a_new_user_id_quarantines() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        stops(ALICE);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.plusSeconds(1))))));
        itIs(Duration.ofHours(1));
        told(seen(at(Duration.ofHours(1)), ALICE, OTHER_ID));
        assertThat(codes(ALICE)).contains("consent-quarantined");
        assertThat(facts(ALICE).consents().optOuts()).hasSize(1);
        assertThat(facts(OTHER_ID)).isEqualTo(facts(ALICE));
        assertThat(codes(ID)).contains("consent-quarantined");

        // The old owner's grant for the newsletter does not come back with the new owner's for slips.
        agrees(ALICE, NEWSLETTER);
        Instant later = at(Duration.ofHours(2));
        store.record(List.of(new PersonAct(OTHER_ID, new ConsentAct.Granted(aGrant(PURPOSE, later)))));
        itIs(Duration.ofHours(3));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        assertThat(codes(ID)).contains("consent-quarantined");
        assertThat(facts(ALICE).quarantinedSince()).isEqualTo(at(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("S-23: what the new owner agrees to in the very event that shows them counts")
    void a_new_owner_agrees_at_once() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        Instant then = at(Duration.ofMinutes(1));
        itIs(Duration.ofMinutes(1));
        ConsentAct start = new ConsentAct.Granted(aGrant(PURPOSE, then));
        told(seen(then, ALICE, OTHER_ID), then, start);
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        assertThat(verdict(OTHER_ID)).isEqualTo(Verdict.ALLOW);
        assertThat(codes(ID)).contains("consent-quarantined");
    }

    @Test
    @DisplayName("S-23: a message of the old owner that comes late opens no window of the new one")
    void a_late_message_opens_no_window_of_the_new_owner() {
        told(together(ALICE, ID));
        itIs(Duration.ofHours(1));
        told(seen(at(Duration.ofMinutes(10)), ALICE, OTHER_ID));
        told(seen(at(Duration.ofMinutes(5)), ALICE, ID), at(Duration.ofMinutes(5)), null);
        assertThat(facts(ALICE).lastInbound()).isNull();
        told(seen(at(Duration.ofMinutes(10)), ALICE, OTHER_ID), at(Duration.ofMinutes(10)), null);
        assertThat(facts(ALICE).lastInbound()).isEqualTo(at(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("S-23: a confirmation by somebody who is named, later than the doubt, ends the quarantine")
    void a_confirmation_ends_the_quarantine() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(seen(at(Duration.ofMinutes(1)), ALICE, OTHER_ID));
        Evidence before = new Evidence(TUESDAY_9, "crm", "clerk 7", null, null, null);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Confirmed(PURPOSE, before))));
        itIs(Duration.ofHours(1));
        assertThat(codes(ALICE)).contains("consent-quarantined");
        Evidence after = new Evidence(at(Duration.ofMinutes(30)), "crm", "clerk 7", null, null, null);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Confirmed(PURPOSE, after))));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-23: a confirmation that nobody puts their name to does not end it")
    void an_unnamed_confirmation_does_not_end_the_quarantine() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(seen(at(Duration.ofMinutes(1)), ALICE, OTHER_ID));
        Evidence unnamed = new Evidence(at(Duration.ofMinutes(30)), "crm", null, null, null, "case 9");
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Confirmed(PURPOSE, unnamed))));
        itIs(Duration.ofHours(1));
        assertThat(codes(ALICE)).contains("consent-quarantined");
    }

    @Test
    @DisplayName("S-23: an import does not end it")
    void an_import_does_not_end_the_quarantine() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(seen(at(Duration.ofMinutes(1)), ALICE, OTHER_ID));
        Evidence row = new Evidence(at(Duration.ofMinutes(2)), "import", "nightly", "terms-1", null, "row 7");
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(Grant.imported(PURPOSE, row, null)))));
        itIs(Duration.ofHours(1));
        assertThat(codes(ALICE)).contains("consent-quarantined");
    }

    @Test
    @DisplayName("S-23: nor does it begin one again that somebody who is named had ended")
    void an_import_does_not_quarantine_again() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(seen(at(Duration.ofMinutes(1)), ALICE, OTHER_ID));
        itIs(Duration.ofHours(1));
        Evidence entered = new Evidence(at(Duration.ofMinutes(2)), "crm", "clerk 7", null, null, null);
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, entered)))));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        Evidence row = new Evidence(at(Duration.ofMinutes(3)), "import", "nightly", "terms-1", null, "row 7");
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(Grant.imported(PURPOSE, row, null)))));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-23: a change notice carries opt-outs over, and leaves them where they were")
    void a_change_notice_carries_opt_outs_over() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        stops(ALICE);
        settle(decided(aSend().freeForm().build()), accepted());
        told(moved(at(Duration.ofMinutes(1))));
        assertThat(codes(NEW_PHONE)).contains("opted-out");
        assertThat(codes(OTHER_ID)).contains("opted-out");
        assertThat(codes(ALICE)).contains("opted-out", "consent-quarantined");
        assertThat(codes(ID)).contains("opted-out", "consent-quarantined");
        assertThat(facts(NEW_PHONE)).isEqualTo(facts(OTHER_ID));
    }

    @Test
    @DisplayName("S-23: who gets the old number later gives and takes for themselves alone")
    void the_next_owner_is_somebody_else() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(moved(at(Duration.ofMinutes(1))));
        itIs(Duration.ofHours(1));
        Recipient next = new UserId("BR.1003");
        told(seen(at(Duration.ofMinutes(20)), ALICE, next));
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, at(Duration.ofMinutes(30))))),
                new PersonAct(
                        NEW_PHONE,
                        new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofMinutes(40)))))));
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        assertThat(verdict(next)).isEqualTo(Verdict.ALLOW);
        assertThat(codes(NEW_PHONE)).contains("opted-out");
    }

    @Test
    @DisplayName("S-23: caps go on over a change of number")
    void caps_follow_the_person() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        settle(decided(aSend().build()), accepted());
        told(moved(at(Duration.ofMinutes(1))));
        itIs(Duration.ofHours(1));
        store.record(
                List.of(new PersonAct(NEW_PHONE, new ConsentAct.Granted(aGrant(PURPOSE, at(Duration.ofMinutes(30)))))));
        assertThat(codes(NEW_PHONE)).contains("cap-reached");
    }

    @Test
    @DisplayName("S-23: a held message to a number that was left is decided by who has the number")
    void a_held_message_is_decided_by_the_address() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        settle(decided(aSend().build()), accepted());
        Admission.Decided held = decided(aSend().build());
        assertThat(state(held)).isEqualTo(MessageState.HELD);
        told(moved(at(Duration.ofMinutes(1))));
        itIs(Duration.ofHours(25));
        List<SendRequest> due = store.claimDue(10, LEASE);
        assertThat(due).extracting(SendRequest::recipient).containsExactly(ALICE);
        store.decide(due, engine);
        assertThat(state(held)).isEqualTo(MessageState.DENIED);
        assertThat(status(held).reasons()).contains("consent-quarantined");
    }

    @Test
    @DisplayName("S-23: a webhook that comes late does not undo what was told since")
    void a_late_webhook_changes_nothing() {
        agrees(ALICE, PURPOSE);
        told(together(ALICE, ID));
        told(seen(at(Duration.ofMinutes(10)), ALICE, OTHER_ID));
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Granted(aGrant(PURPOSE, at(Duration.ofMinutes(20)))))));
        itIs(Duration.ofHours(1));
        ConsentAct stop = new ConsentAct.Withdrawn(Scope.purpose(NEWSLETTER), evidence("button", TUESDAY_9));
        told(seen(at(Duration.ofMinutes(5)), ALICE, ID), null, stop);
        assertThat(verdict(ALICE)).isEqualTo(Verdict.ALLOW);
        // What it says of opt-outs counts for everybody it may have been.
        assertThat(facts(ALICE).consents().optOut(Scope.purpose(NEWSLETTER))).isNotNull();
        assertThat(facts(ID).consents().optOut(Scope.purpose(NEWSLETTER))).isNotNull();
    }

    @Test
    void many_are_joined_in_one_delivery() {
        Recipient parent = new UserId("BR.ENT.9");
        agrees(ALICE, PURPOSE);
        agrees(ID, NEWSLETTER);
        stops(parent);
        store.inbox()
                .receive(List.of(
                        new Receipt("a", "status", ALICE, null, null, null, null, together(ALICE, ID)),
                        new Receipt("b", "status", ID, null, null, null, null, together(ID, parent)),
                        new Receipt("c", "status", NEW_PHONE, null, null, null, null, together(NEW_PHONE, OTHER_ID))));
        assertThat(facts(ALICE)).isEqualTo(facts(parent)).isEqualTo(facts(ID));
        assertThat(facts(ALICE).consents().grants()).hasSize(2);
        assertThat(codes(ALICE)).contains("opted-out");
        assertThat(facts(NEW_PHONE)).isEqualTo(facts(OTHER_ID));
    }
}
