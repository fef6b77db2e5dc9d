package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.Feed.Page;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** S-41: what happens comes to every subscriber, at least once, in order, to one reader at a time. */
public abstract class FeedKit extends StoreKit {

    private static final Recipient BOB = number("+5511987650002");
    private static final Recipient MARIA = new UserId("BR.1001");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String CRM = "crm";
    private static final String ONE = "node-1";
    private static final String TWO = "node-2";

    private Feed feed() {
        return store.feed();
    }

    private void subscribed(Kind... kinds) {
        feed().subscribe(CRM, Set.of(kinds));
        assertThat(feed().lead(CRM, ONE, MINUTE)).isTrue();
    }

    /** Everything that is there, taken. */
    private List<FeedEvent> heard() {
        List<FeedEvent> all = new ArrayList<>();
        for (Page page = next(); page.upTo() > 0; page = next()) {
            all.addAll(page.events());
            assertThat(feed().taken(CRM, ONE, page.upTo(), MINUTE)).isTrue();
        }
        return all;
    }

    private Page next() {
        return feed().next(CRM, ONE, 2);
    }

    private void stops(Recipient person) {
        store.record(
                List.of(new PersonAct(person, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
    }

    @Test
    @DisplayName(
            "a reader that keeps its kinds takes none from others, brings back what was dropped, and is made known again")
    void kinds_are_kept() {
        subscribed(Kind.OPT_OUT, Kind.CONSENT);
        feed().keep(CRM, Set.of(Kind.OPT_OUT));
        agrees(ALICE, PURPOSE);
        assertThat(heard()).extracting(FeedEvent::kind).containsExactly(Kind.CONSENT);
        feed().subscribe(CRM, Set.of(Kind.OUTCOME));
        feed().keep(CRM, Set.of(Kind.OPT_OUT));
        stops(ALICE);
        assertThat(heard()).extracting(FeedEvent::kind).contains(Kind.OPT_OUT);
        feed().keep("another", Set.of(Kind.OPT_OUT));
        assertThat(feed().lead("another", ONE, MINUTE)).isTrue();
    }

    @Test
    void an_opt_out_comes_with_its_evidence() {
        subscribed(Kind.OPT_OUT);
        agrees(ALICE, PURPOSE);
        stops(ALICE);
        FeedEvent event = heard().get(0);
        assertThat(event.kind()).isEqualTo(Kind.OPT_OUT);
        assertThat(event.recipient()).isEqualTo(ALICE);
        assertThat(event.at()).isEqualTo(TUESDAY_9);
        FeedEvent.Acted acted = (FeedEvent.Acted) event.told();
        assertThat(acted.act()).isEqualTo("withdrawn");
        assertThat(acted.scope()).isEqualTo("all");
        assertThat(acted.source()).isEqualTo("keyword");
        assertThat(acted.effect()).isEqualTo(Consents.Effect.APPLIED);
    }

    @Test
    @DisplayName(
            "S-47, S-23: the evidence of somebody erased is told no more, also where their number is another's now")
    void the_evidence_of_somebody_erased_is_not_told() {
        subscribed(Kind.CONSENT);
        Evidence form = new Evidence(TUESDAY_9, "form", "clerk 7", "terms-1", "pt", "form 12 of Maria");
        store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, form)))));
        seen(List.of(ALICE, MARIA), List.of());
        seen(List.of(BOB, MARIA), List.of(ALICE));
        store.personalData().forget(MARIA);
        FeedEvent.Acted granted = (FeedEvent.Acted) heard().get(0).told();
        assertThat(granted.act()).isEqualTo("granted");
        assertThat(granted.source()).isEqualTo("form");
        assertThat(granted.actor()).isNull();
        assertThat(granted.reference()).isNull();
    }

    @Test
    @DisplayName("S-47: the platform's id of a message to who was erased is not told, whoever it is asked for again")
    void no_platform_id_of_who_was_erased_is_told() {
        subscribed(Kind.OUTCOME);
        agrees(ALICE, PURPOSE);
        Admission.Decided first = decided(aSend().key("slip-1").build());
        settle(first, accepted());
        store.inbox().receive(List.of(status("failed", first, MessageState.FAILED)));
        store.personalData().forget(ALICE);
        agrees(ALICE, PURPOSE);
        decided(aSend().key("slip-1").build());

        List<FeedEvent.Moved> moved =
                heard().stream().map(e -> (FeedEvent.Moved) e.told()).toList();

        assertThat(moved)
                .extracting(FeedEvent.Moved::state)
                .containsExactly(MessageState.ACCEPTED, MessageState.FAILED);
        assertThat(moved).extracting(FeedEvent.Moved::wamid).containsOnlyNulls();
    }

    private void seen(List<Recipient> addresses, List<Recipient> left) {
        Sighting sighting = new Sighting(addresses, left, "", TUESDAY_9);
        store.inbox()
                .receive(List.of(
                        new Receipt("s:" + addresses, "status", addresses.get(0), null, null, null, null, sighting)));
    }

    @Test
    void a_deferred_message_is_followed_to_its_end_by_its_context() {
        subscribed(Kind.DECISION, Kind.OUTCOME);
        agrees(ALICE, PURPOSE);
        settle(decided(aSend().build()), accepted());
        Admission.Decided held = decided(aSend().context("invoice-17").build());
        itIs(Duration.ofHours(25));
        decided(store.claimDue(1, LEASE).get(0));
        settle(held, accepted());
        store.inbox()
                .receive(List.of(new Receipt(
                        "s:1",
                        "status",
                        ALICE,
                        null,
                        null,
                        new Report(held.messageId(), MessageState.DELIVERED, "wamid.1", 0),
                        null)));
        List<String> told = heard().stream()
                .map(FeedEvent::told)
                .filter(t -> "invoice-17".equals(letter(t).context()))
                .map(FeedKit::word)
                .toList();
        assertThat(told).containsExactly("DEFER", "ALLOW", "ACCEPTED", "DELIVERED");
    }

    private static FeedEvent.Letter letter(FeedEvent.Told told) {
        return told instanceof FeedEvent.Decided decided ? decided.message() : ((FeedEvent.Moved) told).message();
    }

    private static String word(FeedEvent.Told told) {
        return told instanceof FeedEvent.Decided decided
                ? decided.verdict().name()
                : ((FeedEvent.Moved) told).state().name();
    }

    @Test
    void a_denial_is_a_decision_and_an_outcome_with_its_reasons() {
        subscribed(Kind.DECISION, Kind.OUTCOME);
        decided(aSend().build());
        List<FeedEvent> events = heard();
        assertThat(events).extracting(FeedEvent::kind).containsExactly(Kind.DECISION, Kind.OUTCOME);
        FeedEvent.Moved moved = (FeedEvent.Moved) events.get(1).told();
        assertThat(moved.state()).isEqualTo(MessageState.DENIED);
        assertThat(moved.reasons()).contains("no-consent");
        assertThat(((FeedEvent.Decided) events.get(0).told()).verdict()).isEqualTo(Verdict.DENY);
        assertThat(moved.message().purpose()).isEqualTo(PURPOSE);
    }

    @Test
    void each_step_of_a_message_is_told_whoever_makes_it() {
        subscribed(Kind.OUTCOME);
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().build());
        itIs(Duration.ofMinutes(5));
        assertThat(store.expireLeases(Duration.ofSeconds(30))).isOne();
        store.settle(List.of(new Settlement(sent.messageId(), sent.attempt(), accepted())));
        store.inbox()
                .receive(List.of(
                        status("s:1", sent, MessageState.SENT),
                        status("s:2", sent, MessageState.DELIVERED),
                        status("s:3", sent, MessageState.SENT)));
        assertThat(heard())
                .extracting(e -> ((FeedEvent.Moved) e.told()).state())
                .containsExactly(
                        MessageState.UNKNOWN, MessageState.ACCEPTED, MessageState.SENT, MessageState.DELIVERED);
    }

    private static Receipt status(String key, Admission.Decided of, MessageState state) {
        return new Receipt(key, "status", ALICE, null, null, new Report(of.messageId(), state, "wamid.1", 0), null);
    }

    @Test
    void only_what_somebody_wants_and_only_from_then_on() {
        stops(ALICE);
        subscribed(Kind.OPT_OUT);
        agrees(BOB, PURPOSE);
        decided(aSend().build());
        stops(BOB);
        assertThat(heard()).extracting(FeedEvent::recipient).containsExactly(BOB);
        feed().subscribe("billing", Set.of(Kind.OUTCOME));
        assertThat(feed().lead("billing", TWO, MINUTE)).isTrue();
        decided(aSend().build());
        stops(ALICE);
        assertThat(heard()).extracting(FeedEvent::kind).containsExactly(Kind.OPT_OUT);
        assertThat(feed().next("billing", TWO, 10).events())
                .extracting(FeedEvent::kind)
                .containsExactly(Kind.OUTCOME);
    }

    @Test
    void the_cursor_outlives_the_process() {
        subscribed(Kind.OPT_OUT);
        stops(ALICE);
        stops(BOB);
        Page first = feed().next(CRM, ONE, 1);
        feed().taken(CRM, ONE, first.upTo(), MINUTE);
        try (PolicyStore again = stores.open(FROZEN)) {
            again.feed().subscribe(CRM, Set.of(Kind.OPT_OUT));
            assertThat(again.feed().next(CRM, ONE, 10).events())
                    .extracting(FeedEvent::recipient)
                    .containsExactly(BOB);
        }
    }

    @Test
    @DisplayName("S-41: one active reader; the next follows when it leaves or falls silent")
    void one_reader_at_a_time() {
        subscribed(Kind.OPT_OUT);
        stops(ALICE);
        assertThat(feed().lead(CRM, TWO, MINUTE)).isFalse();
        assertThat(feed().next(CRM, TWO, 10)).isEqualTo(Page.NOTHING);
        itIs(MINUTE.plusSeconds(1));
        assertThat(feed().lead(CRM, TWO, MINUTE)).isTrue();
        long place = feed().next(CRM, TWO, 10).upTo();
        // The first wakes up with what it had: it must not move the cursor of another.
        assertThat(feed().taken(CRM, ONE, place, MINUTE)).isFalse();
        assertThat(feed().next(CRM, TWO, 10).events()).hasSize(1);
        feed().leave(CRM, ONE);
        assertThat(feed().lead(CRM, ONE, MINUTE)).isFalse();
        feed().leave(CRM, TWO);
        assertThat(feed().lead(CRM, ONE, MINUTE)).isTrue();
        assertThat(feed().lead("nobody", ONE, MINUTE)).isFalse();
    }

    @Test
    @DisplayName("M-6: a clock that steps back by hours does not keep the next reader waiting for hours")
    void a_clock_that_steps_back_ends_the_lease() {
        subscribed(Kind.OPT_OUT);
        itIs(MINUTE.negated());
        assertThat(feed().lead(CRM, TWO, MINUTE)).isTrue();
        assertThat(feed().lead(CRM, ONE, MINUTE)).isFalse();
    }

    @Test
    void what_everybody_has_is_forgotten() {
        subscribed(Kind.OPT_OUT);
        feed().subscribe("billing", Set.of(Kind.OPT_OUT, Kind.DECISION));
        stops(ALICE);
        stops(BOB);
        assertThat(heard()).hasSize(2);
        assertThat(feed().forget(10)).isZero();
        feed().lead("billing", TWO, MINUTE);
        feed().taken("billing", TWO, feed().next("billing", TWO, 1).upTo(), MINUTE);
        assertThat(feed().forget(10)).isOne();
        stops(ALICE);
        assertThat(heard()).hasSize(1);
    }

    @Test
    @DisplayName("A subscriber that never comes back does not keep events for ever")
    void who_does_not_come_is_forgotten() {
        subscribed(Kind.OPT_OUT);
        stops(ALICE);
        itIs(Duration.ofDays(10));
        stops(BOB);
        itIs(Duration.ofDays(30).plusSeconds(1));
        feed().forget(10);
        assertThat(feed().lead(CRM, ONE, MINUTE)).isFalse();
        // And nothing is written for it any more.
        stops(ALICE);
        subscribed(Kind.OPT_OUT);
        assertThat(heard()).isEmpty();
    }

    @Test
    void an_event_that_could_not_be_taken_stays_as_dead_and_holds_up_nothing() {
        subscribed(Kind.OPT_OUT);
        stops(ALICE);
        stops(BOB);
        long first = feed().next(CRM, ONE, 1).upTo();
        assertThat(feed().dead(CRM, TWO, first, MINUTE)).isFalse();
        assertThat(feed().dead(CRM, ONE, first, MINUTE)).isTrue();
        assertThat(heard()).extracting(FeedEvent::recipient).containsExactly(BOB);
        assertThat(feed().forget(10)).isOne();
        itIs(Duration.ofDays(29));
        assertThat(feed().lead(CRM, ONE, MINUTE)).isTrue();
        assertThat(feed().forget(10)).isZero();
        itIs(Duration.ofDays(31));
        assertThat(feed().forget(10)).isOne();
    }

    @Test
    void the_bell_rings_for_what_was_committed() {
        AtomicInteger rung = new AtomicInteger();
        Feed.Ears ears = feed().listen(rung::incrementAndGet);
        stops(ALICE);
        assertThat(rung).hasValue(0);
        subscribed(Kind.OUTCOME);
        stops(ALICE);
        assertThat(rung).hasValue(0);
        agrees(BOB, PURPOSE);
        Admission.Decided sent = decided(aSend().to(number("+5511987650002")).build());
        settle(sent, new Outcome.Unknown(0));
        assertThat(rung).hasValue(1);
        ears.close();
        decided(aSend().build());
        assertThat(rung).hasValue(1);
    }
}
