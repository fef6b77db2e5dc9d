package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.document.Retention.Decisions;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.Upkeep.Kind;

/** S-47: what is past its retention goes, and nothing else. */
public abstract class UpkeepKit extends StoreKit {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @BeforeEach
    void consent() {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
    }

    private Upkeep upkeep() {
        return store.upkeep();
    }

    private List<String> past(Kind kind, Retention retention) {
        List<String> past = new ArrayList<>();
        @Nullable String after = null;
        do {
            Upkeep.Page page = upkeep().look(kind, retention, after, 2);
            past.addAll(page.past());
            after = page.next();
        } while (after != null);
        return past;
    }

    private List<String> past(Kind kind) {
        return past(kind, Retention.DEFAULT);
    }

    private int removed(Kind kind) {
        return upkeep().remove(kind, Retention.DEFAULT, past(kind));
    }

    private Admission.Decided sent(SendRequest request) {
        Admission.Decided sent = decided(request);
        settle(sent, accepted());
        return sent;
    }

    @Test
    void payloads_go_30_days_after_the_end() {
        Admission.Decided sent = sent(aSend().build());
        itIs(MONTH.minusMillis(1));
        assertThat(past(Kind.PAYLOAD)).isEmpty();
        itIs(MONTH);
        assertThat(past(Kind.PAYLOAD)).containsExactly(sent.messageId().toString());
        assertThat(upkeep().told(Kind.PAYLOAD, past(Kind.PAYLOAD)))
                .singleElement()
                .satisfies(told -> assertThat(told).containsKeys("id", "payload"));

        assertThat(removed(Kind.PAYLOAD)).isOne();

        assertThat(past(Kind.PAYLOAD)).isEmpty();
        assertThat(upkeep().told(Kind.PAYLOAD, List.of(sent.messageId().toString())))
                .isEmpty();
        assertThat(state(sent)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    @DisplayName(
            "S-38: what was sent and never delivered ends when its time to live is over, counts, and is not sent again")
    void hope_ends_after_the_time_to_live() {
        activate(aDocument().revision(2).purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofDays(60), false))));
        store.feed().subscribe("billing", Set.of(FeedEvent.Kind.OUTCOME));
        SendRequest request = aSend().key("k").build();
        Admission.Decided sent = sent(request);
        Admission.Decided unheard = sent(aSend().to(BRUNO).build());
        told(sent, MessageState.SENT);
        itIs(MONTH.plusHours(1).minusMillis(1));
        assertThat(past(Kind.HOPE)).isEmpty();
        itIs(MONTH.plusHours(1));

        assertThat(removed(Kind.HOPE)).isOne();

        assertThat(state(sent)).isEqualTo(MessageState.EXPIRED);
        assertThat(status(sent).reasons()).containsExactly("not-delivered");
        assertThat(state(unheard)).as("of whom no status came").isEqualTo(MessageState.ACCEPTED);
        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(sent)));
        assertThat(decided(aSend().build()).decision().codes()).contains("cap-reached");
        assertThat(removed(Kind.HOPE)).isZero();
        store.feed().lead("billing", "reader", LEASE);
        assertThat(store.feed().next("billing", "reader", 10).events())
                .extracting(FeedEvent::told)
                .filteredOn(event -> event instanceof FeedEvent.Moved moved && moved.state() == MessageState.EXPIRED)
                .singleElement()
                .satisfies(
                        event -> assertThat(((FeedEvent.Moved) event).reasons()).containsExactly("not-delivered"));
        told(sent, MessageState.READ);
        assertThat(state(sent)).isEqualTo(MessageState.READ);
    }

    @Test
    @DisplayName("S-26, S-38: what was given up as not delivered counts no more when the platform says that it failed")
    void a_failure_that_is_told_after_the_time_to_live_releases_it() {
        Admission.Decided sent = sent(aSend().key("k").build());
        told(sent, MessageState.SENT);
        itIs(MONTH.plusHours(1));
        removed(Kind.HOPE);
        told(sent, MessageState.FAILED);
        assertThat(state(sent)).isEqualTo(MessageState.EXPIRED);
        assertThat(decided(aSend().key("k").build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    private void told(Admission.Decided of, MessageState state) {
        Report report = new Report(of.messageId(), state, "wamid.1", 0);
        store.inbox().receive(List.of(new Receipt("s:" + state, "status", ALICE, null, null, report, null)));
    }

    @Test
    void decisions_go_24_months_after_the_end_and_their_keys_with_them() {
        SendRequest request = aSend().key("slip-1").build();
        Admission.Decided sent = sent(request);
        itIs(TWO_YEARS.minusMillis(1));
        assertThat(past(Kind.DECISION)).isEmpty();
        assertThat(decide(request)).isInstanceOf(Admission.Repeated.class);
        itIs(TWO_YEARS);
        Map<String, Object> told =
                upkeep().told(Kind.DECISION, past(Kind.DECISION)).get(0);
        assertThat(told)
                .containsEntry("id", sent.messageId().toString())
                .containsEntry("state", "ACCEPTED")
                .containsEntry("purpose", PURPOSE)
                .containsEntry("key", "slip-1");
        assertThat(told.toString())
                .as("neither a number nor the platform's id, which tells it")
                .doesNotContain("988880001", "wamid");

        assertThat(removed(Kind.DECISION)).isOne();

        assertThat(store.message(sent.messageId())).isEmpty();
        assertThat(past(Kind.DECISION)).isEmpty();
        assertThat(past(Kind.KEY)).isEmpty();
        assertThat(decide(request)).isInstanceOf(Admission.Decided.class);
    }

    @Test
    void what_is_held_or_under_way_stays() {
        Admission.Decided sending = decided(aSend().build());
        Admission.Decided held = decided(aSend().build());
        itIs(TWO_YEARS.multipliedBy(5));
        List<String> both =
                List.of(sending.messageId().toString(), held.messageId().toString());
        for (Kind kind : List.of(Kind.PAYLOAD, Kind.DECISION)) {
            assertThat(past(kind)).isEmpty();
            assertThat(upkeep().remove(kind, Retention.DEFAULT, both)).isZero();
        }
        assertThat(state(held)).isEqualTo(MessageState.HELD);
    }

    @Test
    void each_end_is_kept_for_its_own_time() {
        Admission.Decided sent = sent(aSend().build());
        Admission.Decided failed = decided(aSend().to(BRUNO).build());
        settle(failed, new Outcome.Refused(131_026, null));
        store.record(List.of(new PersonAct(
                BRUNO, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofSeconds(1)))))));
        itIs(Duration.ofMinutes(1));
        Admission.Decided denied = decided(aSend().to(BRUNO).build());
        Retention own = new Retention(
                null, new Decisions(null, MONTH, MONTH, TWO_YEARS, null), null, Duration.ofDays(8), MONTH);

        itIs(MONTH.plusDays(1));
        assertThat(past(Kind.PAYLOAD, own)).isEmpty();
        assertThat(past(Kind.DECISION, own)).containsExactly(denied.messageId().toString());
        itIs(TWO_YEARS.plusDays(1));
        assertThat(past(Kind.DECISION, own))
                .containsExactlyInAnyOrder(
                        denied.messageId().toString(), failed.messageId().toString())
                .doesNotContain(sent.messageId().toString());
    }

    private static Retention briefly() {
        Duration day = Duration.ofDays(1);
        return new Retention(
                MONTH, new Decisions(TWO_YEARS, day, day, TWO_YEARS, TWO_YEARS), null, Duration.ofDays(8), MONTH);
    }

    @Test
    @DisplayName("S-39, S-37: what was sent and never delivered stays as long as what was sent: it counts")
    void what_was_never_delivered_stays_while_it_counts() {
        activate(aDocument().revision(2).purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofDays(60), false))));
        SendRequest request = aSend().key("k").build();
        Admission.Decided sent = sent(request);
        told(sent, MessageState.SENT);
        itIs(MONTH.plusHours(1));
        assertThat(removed(Kind.HOPE)).isOne();
        itIs(MONTH.plusDays(2));

        assertThat(past(Kind.DECISION, briefly())).isEmpty();
        assertThat(upkeep().remove(
                                Kind.DECISION,
                                briefly(),
                                List.of(sent.messageId().toString())))
                .isZero();

        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(sent)));
        assertThat(decided(aSend().build()).decision().codes()).contains("cap-reached");
        itIs(MONTH.plusHours(1).plus(TWO_YEARS));
        assertThat(past(Kind.DECISION, briefly())).contains(sent.messageId().toString());
    }

    @Test
    @DisplayName(
            "S-39, S-37: what is denied when it is sent again stays as long as what is unknown: it may have been sent")
    void what_may_have_been_sent_before_stays_while_it_counts() {
        activate(aDocument()
                .revision(2)
                .purpose(aPurpose()
                        .expireAfter(Duration.ofDays(2))
                        .whenUnknown(WhenUnknown.RESEND)
                        .cap(new Cap.Rolling(1, Duration.ofDays(7), false))));
        SendRequest request = aSend().key("k").build();
        Admission.Decided first = decided(request);
        settle(first, new Outcome.Unknown(0));
        itIs(Duration.ofHours(1));
        assertThat(store.ruleUnknown(engine.document(), Duration.ofHours(1), 5)).isOne();
        Admission.Decided denied = decided(store.claimDue(10, LEASE).get(0));
        assertThat(state(denied)).isEqualTo(MessageState.DENIED);
        itIs(Duration.ofHours(26));

        assertThat(past(Kind.DECISION, briefly())).isEmpty();
        assertThat(upkeep().remove(
                                Kind.DECISION,
                                briefly(),
                                List.of(denied.messageId().toString())))
                .isZero();

        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status(denied)));
        itIs(Duration.ofHours(1).plus(TWO_YEARS));
        assertThat(past(Kind.DECISION, briefly())).contains(denied.messageId().toString());
    }

    @Test
    void what_is_looked_at_in_pages_is_seen_once_each_and_oldest_first() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            itIs(Duration.ofDays(i));
            all.add(sent(aSend().build()).messageId().toString());
        }
        itIs(TWO_YEARS.plusDays(7));
        List<String> sorted = all.stream().sorted().toList();

        assertThat(past(Kind.DECISION)).isEqualTo(sorted);
        assertThat(upkeep().remove(Kind.DECISION, Retention.DEFAULT, sorted.subList(0, 3)))
                .isEqualTo(3);
        assertThat(past(Kind.DECISION)).isEqualTo(sorted.subList(3, 7));
    }

    @Test
    void what_moved_on_since_it_was_looked_at_stays() {
        SendRequest request = aSend().key("k").build();
        Admission.Decided failed = decided(request);
        settle(failed, new Outcome.Refused(131_026, null));
        itIs(TWO_YEARS);
        List<String> past = past(Kind.DECISION);
        assertThat(past).hasSize(1);

        Admission.Decided again = decided(request);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(upkeep().remove(Kind.DECISION, Retention.DEFAULT, past)).isZero();
        assertThat(state(again)).isEqualTo(MessageState.SENDING);
    }

    @Test
    @DisplayName("S-37: a message that was asked for under two keys leaves neither behind")
    void a_second_key_goes_too() {
        SendRequest first = aSend().key("one").build();
        Admission.Decided failed = decided(first);
        settle(failed, new Outcome.Refused(131_026, null));
        SendRequest second = aSend().id(first.id()).key("two").build();
        sent(second);
        itIs(TWO_YEARS);
        removed(Kind.DECISION);

        SendRequest anew = aSend().key("one").build();
        Admission.Decided decided = decided(anew);
        assertThat(decide(aSend().key("one").build()))
                .isInstanceOfSatisfying(
                        Admission.Repeated.class,
                        repeated -> assertThat(repeated.first().id()).isEqualTo(decided.messageId()));
        upkeep().remove(Kind.KEY, Retention.DEFAULT, past(Kind.KEY));
        assertThat(past(Kind.KEY)).isEmpty();
        assertThat(decide(aSend().key("one").build())).isInstanceOf(Admission.Repeated.class);
    }

    @Test
    @DisplayName("S-47: opt-outs and consent stay for good")
    void consent_stays() {
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ofSeconds(1)))))));
        itIs(TWO_YEARS.multipliedBy(10));
        removed(Kind.PAYLOAD);
        removed(Kind.DECISION);
        assertThat(decided(aSend().build()).decision().codes()).contains("opted-out");
        assertThat(store.personalData().history(ALICE)).isNotEmpty();
    }

    @Test
    void one_node_does_it_until_it_leaves_or_is_silent() {
        assertThat(upkeep().lead("one", LEASE)).isTrue();
        itIs(Duration.ofHours(-9));
        assertThat(upkeep().lead("two", LEASE)).as("the clock stepped back").isTrue();
        itIs(Duration.ZERO);
        upkeep().leave("two");
        assertThat(upkeep().lead("one", LEASE)).isTrue();
        assertThat(upkeep().lead("two", LEASE)).isFalse();
        assertThat(upkeep().lead("one", LEASE)).isTrue();
        upkeep().leave("two");
        assertThat(upkeep().lead("two", LEASE)).isFalse();
        upkeep().leave("one");
        assertThat(upkeep().lead("two", LEASE)).isTrue();
        itIs(LEASE.plusMillis(1));
        assertThat(upkeep().lead("one", LEASE)).isTrue();
    }

    @Test
    void with_nothing_but_for_good_nothing_is_looked_at() {
        sent(aSend().build());
        itIs(TWO_YEARS.multipliedBy(10));
        Retention good = new Retention(null, Decisions.of(null), null, Duration.ofDays(8), MONTH);
        assertThat(past(Kind.PAYLOAD, good)).isEmpty();
        assertThat(past(Kind.DECISION, good)).isEmpty();
    }

    /** Of what was said nothing is kept, as soon as it can go. */
    private static final Retention AT_ONCE =
            new Retention(Duration.ZERO, Decisions.of(TWO_YEARS), null, Duration.ofDays(8), MONTH);

    private Admission.Decided unknown(WhenUnknown then) {
        activate(aDocument()
                .revision(2)
                .purpose(aPurpose().whenUnknown(then).cap(new Cap.Rolling(5, Duration.ofHours(24), false))));
        Admission.Decided unknown = decided(aSend().key("k").build());
        settle(unknown, new Outcome.Unknown(0));
        return unknown;
    }

    private int ruled() {
        return store.ruleUnknown(engine.document(), Duration.ofHours(1), 5);
    }

    private int saidNoMore() {
        return upkeep().remove(Kind.PAYLOAD, AT_ONCE, past(Kind.PAYLOAD, AT_ONCE));
    }

    @Test
    @DisplayName("S-38, S-47: what is unknown keeps its payload until it was ruled on, or nothing could be sent again")
    void what_may_be_sent_again_keeps_its_payload() {
        Admission.Decided unknown = unknown(WhenUnknown.RESEND);
        itIs(Duration.ofMinutes(30));
        assertThat(saidNoMore()).isZero();
        assertThat(upkeep().remove(
                                Kind.PAYLOAD,
                                AT_ONCE,
                                List.of(unknown.messageId().toString())))
                .isZero();
        itIs(Duration.ofHours(1));

        assertThat(ruled()).isOne();

        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::id).containsExactly(unknown.messageId());
    }

    @Test
    @DisplayName("S-38, S-47: a message that was never begun, as is known when its payload has gone, is denied as such")
    void what_was_never_begun_and_has_no_payload_is_denied() {
        store.feed().subscribe("crm", Set.of(FeedEvent.Kind.OUTCOME));
        Admission.Decided unknown = unknown(WhenUnknown.HOLD);
        itIs(Duration.ofHours(1));
        assertThat(ruled()).isZero();
        assertThat(saidNoMore()).isOne();
        settle(unknown, new Outcome.NotBegun());
        assertThat(state(unknown)).isEqualTo(MessageState.HELD);
        Admission.Decided other = decided(aSend().to(BRUNO).build());
        settle(other, new Outcome.NotBegun());

        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::id).containsExactly(other.messageId());

        assertThat(state(unknown)).isEqualTo(MessageState.DENIED);
        assertThat(status(unknown).reasons()).containsExactly("payload-removed");
        store.feed().lead("crm", "reader", LEASE);
        assertThat(store.feed().next("crm", "reader", 10).events())
                .extracting(FeedEvent::told)
                .filteredOn(told -> told instanceof FeedEvent.Moved moved && moved.state() == MessageState.DENIED)
                .singleElement()
                .satisfies(
                        told -> assertThat(((FeedEvent.Moved) told).reasons()).containsExactly("payload-removed"));
        assertThat(decided(aSend().key("k").build()).decision().verdict())
                .as("who has it at hand may ask again")
                .isEqualTo(Verdict.ALLOW);
    }
}
