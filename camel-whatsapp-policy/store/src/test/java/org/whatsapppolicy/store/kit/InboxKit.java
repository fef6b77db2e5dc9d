package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.Intake;

/** M-8: what the platform told is there once, acted on at once, and handed out until it is taken. */
public abstract class InboxKit extends StoreKit {

    private static final Recipient BOB = number("+5511987650002");

    private static Receipt event(String key, @Nullable Recipient person) {
        return new Receipt(key, "message", person, null, null, null, "{\"" + key + "\":1}");
    }

    private static Receipt stop(String key, Recipient person, Instant at) {
        ConsentAct act = new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at));
        return new Receipt(key, "message", person, at, act, null, "{}");
    }

    private static Receipt status(String key, UUID message, MessageState state, int code) {
        return new Receipt(key, "status", ALICE, null, null, new Report(message, state, "wamid.9", code), null);
    }

    private List<String> claimed() {
        return store.inbox().claim(10, Duration.ofMinutes(1)).stream()
                .map(Queued::payload)
                .toList();
    }

    @Test
    @DisplayName("S-21: an opt-out is in force when it was received, and repeated deliveries change nothing")
    void an_opt_out_counts_at_once() {
        agrees(ALICE, PURPOSE);
        assertThat(store.inbox().receive(List.of(stop("m:1", ALICE, TUESDAY_9))))
                .containsExactly(true);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DENY);
        assertThat(store.inbox().receive(List.of(stop("m:1", ALICE, TUESDAY_9), stop("m:2", BOB, TUESDAY_9))))
                .containsExactly(false, true);
        assertThat(store.lookup(ALICE, Duration.ZERO).consents().optOuts()).hasSize(1);
    }

    @Test
    void a_delivery_may_hold_the_same_event_twice() {
        assertThat(store.inbox().receive(List.of(event("m:1", ALICE), event("m:1", ALICE))))
                .containsExactly(true, false);
        assertThat(claimed()).hasSize(1);
    }

    @Test
    @DisplayName("S-24: the latest message of a batch opens the window")
    void a_message_opens_the_window() {
        Receipt early = new Receipt("m:1", "message", ALICE, TUESDAY_9.minusSeconds(60), null, null, null);
        Receipt late = new Receipt("m:2", "message", ALICE, TUESDAY_9.minusSeconds(30), null, null, null);
        store.inbox().receive(List.of(late, early));
        assertThat(store.lookup(ALICE, Duration.ZERO).lastInbound()).isEqualTo(TUESDAY_9.minusSeconds(30));
    }

    @Test
    @DisplayName("S-24: a message of the future opens the window now, by the clock of the transaction that takes it")
    void no_window_begins_in_the_future() {
        Receipt ahead = new Receipt("m:1", "message", ALICE, TUESDAY_9.plusSeconds(60), null, null, null);
        store.inbox().receive(List.of(ahead));
        assertThat(store.lookup(ALICE, Duration.ZERO).lastInbound()).isEqualTo(TUESDAY_9);
    }

    @Test
    @DisplayName("S-38: a status proves that an unknown message was sent")
    void a_status_settles_what_was_unknown() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        settle(sent, new Outcome.Unknown(0));
        store.inbox().receive(List.of(status("s:1", sent.messageId(), MessageState.SENT, 0)));
        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        assertThat(status(sent).wamid()).isEqualTo("wamid.9");
    }

    @Test
    @DisplayName("S-39: what was given up, decided anew and denied counts when a status proves that it had been sent")
    void a_status_settles_what_was_denied_since() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().key("k").build());
        settle(sent, new Outcome.Unknown(0));
        store.controls().settle(sent.messageId(), false, "ann", "not in the platform's log");
        store.inbox().receive(List.of(stop("m:1", ALICE, TUESDAY_9)));
        decided(aSend().key("k").build());
        assertThat(state(sent)).isEqualTo(MessageState.DENIED);

        store.inbox().receive(List.of(status("s:1", sent.messageId(), MessageState.SENT, 0)));

        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        assertThat(store.lookup(ALICE, Duration.ofDays(1)).sent()).hasSize(1);
        assertThat(decide(aSend().key("k").build())).isEqualTo(new Admission.Repeated(status(sent)));
    }

    @Test
    void statuses_in_any_order_end_where_the_furthest_stands() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        // Before the answer to the request was even recorded.
        store.inbox().receive(List.of(status("s:1", sent.messageId(), MessageState.READ, 0)));
        settle(sent, accepted());
        store.inbox().receive(List.of(status("s:2", sent.messageId(), MessageState.SENT, 0)));
        assertThat(state(sent)).isEqualTo(MessageState.READ);
    }

    @Test
    @DisplayName("S-26: a message that failed does not count")
    void a_failed_status_releases_the_cap() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        settle(sent, accepted());
        store.inbox().receive(List.of(status("s:1", sent.messageId(), MessageState.FAILED, 131026)));
        assertThat(status(sent).errorCode()).isEqualTo(131026);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName(
            "S-16, S-24: a stop from a platform whose clock is ahead is not itself what was written after the stop")
    void a_stop_does_not_answer_itself() {
        agrees(ALICE, PURPOSE);
        store.inbox().receive(List.of(written("m:stop", 2, stopAt(2))));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).contains("opted-out");
    }

    @Test
    @DisplayName("S-16, S-24: nor does what was written before it end up behind it, however they are taken in")
    void what_came_first_stays_first_when_the_platforms_clock_is_ahead() {
        agrees(ALICE, PURPOSE);
        store.inbox().receive(List.of(written("m:before", 3, null)));
        store.inbox().receive(List.of(written("m:stop", 3, stopAt(3))));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).contains("opted-out");
        itIs(Duration.ofSeconds(8));
        store.inbox().receive(List.of(written("m:after", 9, null)));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).doesNotContain("opted-out");
    }

    @Test
    @DisplayName("S-12, S-24: nor does what was written before it and is delivered after it")
    void what_came_first_stays_first_when_it_is_delivered_last() {
        agrees(ALICE, PURPOSE);
        store.inbox().receive(List.of(written("m:stop", 3, stopAt(3))));
        itIs(Duration.ofSeconds(1));
        store.inbox().receive(List.of(written("m:before", 3, null)));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).contains("opted-out");
        itIs(Duration.ofSeconds(8));
        store.inbox().receive(List.of(written("m:between", 2, null)));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).contains("opted-out");
        store.inbox().receive(List.of(written("m:after", 9, null)));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).doesNotContain("opted-out");
    }

    @Test
    @DisplayName("S-12, S-24: an earlier stop that is delivered after a later one takes nothing from it")
    void an_earlier_stop_takes_nothing_from_a_later_one() {
        agrees(ALICE, PURPOSE);
        store.inbox().receive(List.of(written("m:stop", 6, stopAt(6))));
        itIs(Duration.ofSeconds(1));
        store.inbox().receive(List.of(written("m:earlier", 3, stopAt(3))));
        itIs(Duration.ofSeconds(5));
        store.inbox().receive(List.of(written("m:before", 5, null)));
        assertThat(decided(aSend().freeForm().build()).decision().codes()).contains("opted-out");
    }

    @Test
    @DisplayName("S-12: a start that was written before a stop and is delivered after it lifts nothing")
    void a_start_from_before_a_stop_lifts_nothing() {
        agrees(ALICE, PURPOSE);
        store.inbox().receive(List.of(written("m:stop", 3, stopAt(3))));
        itIs(Duration.ofSeconds(1));
        store.inbox().receive(List.of(written("m:start", 3, startAt(3))));
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
        itIs(Duration.ofSeconds(8));
        store.inbox().receive(List.of(written("m:earlier", 2, startAt(2))));
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
        store.inbox().receive(List.of(written("m:again", 9, startAt(9))));
        assertThat(decided(aSend().build()).decision().codes()).doesNotContain("opted-out");
    }

    private static ConsentAct startAt(int second) {
        return new ConsentAct.Granted(Grant.of(PURPOSE, evidence("keyword", TUESDAY_9.plusSeconds(second))));
    }

    @Test
    @DisplayName("S-12: nobody agrees in the future either, which would outlast a stop of then")
    void nobody_agrees_in_the_future() {
        ConsentAct agreed = new ConsentAct.Granted(Grant.of(PURPOSE, evidence("keyword", TUESDAY_9.plusSeconds(60))));
        store.inbox().receive(List.of(written("m:start", 60, agreed)));
        itIs(Duration.ofSeconds(5));
        store.inbox().receive(List.of(written("m:stop", 4, stopAt(4))));
        itIs(Duration.ofSeconds(61));
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
    }

    private static ConsentAct stopAt(int second) {
        return new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9.plusSeconds(second)));
    }

    private static Receipt written(String key, int second, @Nullable ConsentAct act) {
        return new Receipt(key, "message", ALICE, TUESDAY_9.plusSeconds(second), act, null, null);
    }

    @Test
    @DisplayName("S-26: also when the word that it was sent comes after the word that it failed")
    void a_failure_is_not_undone_by_what_went_before_it() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        settle(sent, accepted());
        store.inbox().receive(List.of(status("s:1", sent.messageId(), MessageState.FAILED, 131026)));
        store.inbox().receive(List.of(status("s:2", sent.messageId(), MessageState.SENT, 0)));
        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_status_of_a_message_nobody_knows_is_remembered_and_changes_nothing() {
        assertThat(store.inbox().receive(List.of(status("s:1", new UUID(1, 2), MessageState.SENT, 0))))
                .containsExactly(true);
    }

    @Test
    @DisplayName("M-8: each event until it is taken, in order for each person")
    void events_are_handed_out_in_order() {
        store.inbox().receive(List.of(event("m:1", ALICE), event("m:2", BOB), event("m:3", ALICE)));
        List<Queued> first = store.inbox().claim(2, Duration.ofMinutes(1));
        assertThat(first).extracting(Queued::payload).containsExactly("{\"m:1\":1}", "{\"m:2\":1}");
        // Somebody works on Alice: what she wrote later waits.
        assertThat(claimed()).isEmpty();
        store.inbox().taken(List.of(first.get(0).id()));
        assertThat(claimed()).containsExactly("{\"m:3\":1}");
        // Whoever had Bob's died.
        itIs(Duration.ofMinutes(2));
        assertThat(store.inbox().claim(10, Duration.ofMinutes(1)))
                .extracting(Queued::attempts)
                .containsExactly(1, 1);
    }

    @Test
    @DisplayName("S-46: what cannot be taken waits, and dies without holding up what came later")
    void an_event_that_nobody_can_take_dies() {
        store.inbox().receive(List.of(event("m:1", ALICE), event("m:2", ALICE)));
        List<Queued> both = store.inbox().claim(10, Duration.ofMinutes(1));
        store.inbox().again(both.stream().map(Queued::id).toList(), Duration.ofSeconds(10));
        assertThat(claimed()).isEmpty();
        itIs(Duration.ofSeconds(11));
        assertThat(claimed()).hasSize(2);
        store.inbox().dead(both.get(0).id());
        store.inbox().again(List.of(both.get(1).id()), Duration.ZERO);
        assertThat(claimed()).containsExactly("{\"m:2\":1}");
    }

    @Test
    @DisplayName("S-46: what another node took meanwhile, because the route was slow, is not put back by it")
    void what_was_taken_is_not_put_back() {
        store.inbox().receive(List.of(event("m:1", ALICE), event("m:2", BOB)));
        List<Long> slow = store.inbox().claim(10, Duration.ofMinutes(1)).stream()
                .map(Queued::id)
                .toList();
        itIs(Duration.ofMinutes(2));
        store.inbox()
                .taken(store.inbox().claim(10, Duration.ofMinutes(1)).stream()
                        .map(Queued::id)
                        .toList());

        store.inbox().again(slow, Duration.ZERO);
        store.inbox().dead(slow.get(0));

        store.inbox().receive(List.of(event("m:3", ALICE)));
        assertThat(claimed()).containsExactly("{\"m:3\":1}");
        itIs(Duration.ofDays(8).plusMinutes(3));
        assertThat(store.inbox().forget(10)).isEqualTo(2);
    }

    @Test
    @DisplayName("S-46, S-47: an event of somebody who was erased while the route had it is not put back")
    void what_was_erased_is_not_put_back() {
        store.inbox().receive(List.of(event("m:1", ALICE)));
        List<Queued> at = store.inbox().claim(10, Duration.ofMinutes(1));
        store.personalData().forget(ALICE);

        store.inbox().again(List.of(at.get(0).id()), Duration.ZERO);

        store.inbox().receive(List.of(event("m:2", BOB)));
        assertThat(claimed()).containsExactly("{\"m:2\":1}");
    }

    @Test
    @DisplayName("M-8: a repetition is recognised for eight days")
    void what_is_old_is_forgotten() {
        store.inbox().receive(List.of(stop("m:1", ALICE, TUESDAY_9)));
        store.inbox()
                .taken(store.inbox().claim(10, Duration.ofMinutes(1)).stream()
                        .map(Queued::id)
                        .toList());
        itIs(Duration.ofDays(8));
        assertThat(store.inbox().forget(10)).isZero();
        itIs(Duration.ofDays(8).plusSeconds(1));
        assertThat(store.inbox().forget(10)).isOne();
        assertThat(store.inbox().receive(List.of(event("m:1", ALICE)))).containsExactly(true);
    }

    @Test
    @DisplayName("S-21: what is under way to a person can be waited for")
    void what_is_under_way_is_known() {
        agrees(ALICE, PURPOSE);
        assertThat(store.inbox().underWay(List.of(ALICE, BOB))).isEmpty();
        Admission.Decided sent = decided(aSend().build());
        assertThat(store.inbox().underWay(List.of(BOB))).isEmpty();
        assertThat(store.inbox().underWay(List.of(ALICE, BOB))).hasValue(Duration.ofSeconds(1));
        settle(sent, accepted());
        assertThat(store.inbox().underWay(List.of(ALICE))).isEmpty();
    }

    private Intake.Result taken(int room, List<Long> had, Receipt... receipts) {
        return store.inbox().take(new Intake(List.of(receipts), had, room, Duration.ofMinutes(1)));
    }

    private static List<String> claims(Intake.Result result) {
        return result.claims().stream().map(claim -> claim.event().payload()).toList();
    }

    @Test
    @DisplayName("M-8: what came can be its taker's at once, in order for each person, until the lease ends")
    void what_came_is_handed_out_at_once() {
        Intake.Result result =
                taken(10, List.of(), event("m:1", ALICE), event("m:1", ALICE), event("m:2", null), event("m:3", ALICE));
        assertThat(result.fresh()).containsExactly(true, false, true, true);
        assertThat(claims(result)).containsExactly("{\"m:1\":1}", "{\"m:2\":1}", "{\"m:3\":1}");
        assertThat(result.claims()).extracting(Intake.Claim::receipt).containsExactly(0, 2, 3);
        assertThat(result.left()).isFalse();
        assertThat(claimed()).isEmpty();
        // Whoever had them died.
        itIs(Duration.ofMinutes(2));
        List<Queued> again = store.inbox().claim(10, Duration.ofMinutes(1));
        assertThat(again).extracting(Queued::payload).isEqualTo(claims(result));
        assertThat(again).extracting(Queued::attempts).containsOnly(1);
    }

    @Test
    @DisplayName("M-8: nobody's later event is handed out while an earlier one waits or is with somebody")
    void what_stands_behind_something_is_not_handed_out() {
        store.inbox().receive(List.of(event("m:1", ALICE)));
        Intake.Result behind = taken(10, List.of(), event("m:2", ALICE), event("m:3", BOB));
        assertThat(claims(behind)).containsExactly("{\"m:3\":1}");
        assertThat(behind.left()).isTrue();
        assertThat(claims(taken(10, List.of(), event("m:4", BOB)))).isEmpty();
        assertThat(claimed()).containsExactly("{\"m:1\":1}", "{\"m:2\":1}");
        // Bob's second one comes when his first was taken.
        store.inbox().taken(List.of(behind.claims().get(0).event().id()));
        assertThat(claimed()).containsExactly("{\"m:4\":1}");
    }

    @Test
    void what_finds_no_room_waits_in_the_table() {
        Intake.Result result = taken(1, List.of(), event("m:1", ALICE), event("m:2", ALICE), event("m:3", BOB));
        assertThat(claims(result)).containsExactly("{\"m:1\":1}");
        assertThat(result.left()).isTrue();
        assertThat(claimed()).containsExactly("{\"m:3\":1}");
        store.inbox().taken(List.of(result.claims().get(0).event().id()));
        assertThat(claimed()).containsExactly("{\"m:2\":1}");
        assertThat(taken(0, List.of(), status("s:1", new UUID(1, 2), MessageState.SENT, 0))
                        .left())
                .as("no route gets a receipt without a payload")
                .isFalse();
    }

    @Test
    @DisplayName("M-8: what a route has by now is recorded in the same transaction, and never comes again")
    void what_was_taken_is_recorded_with_what_comes() {
        Intake.Result first = taken(10, List.of(), event("m:1", ALICE));
        Intake.Result second =
                taken(10, List.of(first.claims().get(0).event().id()), event("m:2", BOB), event("m:1", ALICE));
        assertThat(second.fresh()).containsExactly(true, false);
        assertThat(claims(second)).containsExactly("{\"m:2\":1}");
        taken(10, List.of(second.claims().get(0).event().id()));
        itIs(Duration.ofMinutes(2));
        assertThat(claimed()).isEmpty();
        assertThat(claims(taken(10, List.of(), event("m:3", ALICE)))).hasSize(1);
    }

    @Test
    @DisplayName("S-22: who turns out to be one person keeps the order of all that came from both")
    void what_waits_of_a_person_who_was_joined_stands_before_what_comes() {
        Recipient user = new UserId("BR.1A2b3C");
        store.inbox().receive(List.of(event("m:1", user)));
        Sighting both = new Sighting(List.of(ALICE, user), List.of(), "", TUESDAY_9);
        Intake.Result result =
                taken(10, List.of(), new Receipt("m:2", "message", ALICE, null, null, null, "{\"m:2\":1}", both));
        assertThat(claims(result)).isEmpty();
        assertThat(claimed()).containsExactly("{\"m:1\":1}", "{\"m:2\":1}");
    }
}
