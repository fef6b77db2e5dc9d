package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.Feed.Page;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.Inbox.News;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** Events that are about no single act and no message: consents that will lapse, who is whom, pauses, and the platform's news. */
public abstract class NewsKit extends StoreKit {

    private static final Duration VALID = Duration.ofDays(365);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Recipient ID = new UserId("BR.1001");
    private static final Recipient OTHER_ID = new UserId("BR.2002");
    private static final String CRM = "crm";
    private static final String ONE = "node-1";

    @Override
    protected DocumentBuilder document() {
        return aDocument().purpose(aPurpose()).purpose(aMarketingPurpose().validFor(VALID));
    }

    private void subscribed(Kind... kinds) {
        store.feed().subscribe(CRM, Set.of(kinds));
        assertThat(store.feed().lead(CRM, ONE, MINUTE)).isTrue();
    }

    private List<FeedEvent> heard() {
        assertThat(store.feed().lead(CRM, ONE, MINUTE)).isTrue();
        List<FeedEvent> all = new ArrayList<>();
        for (Page page = store.feed().next(CRM, ONE, 9);
                page.upTo() > 0;
                page = store.feed().next(CRM, ONE, 9)) {
            all.addAll(page.events());
            assertThat(store.feed().taken(CRM, ONE, page.upTo(), MINUTE)).isTrue();
        }
        return all;
    }

    private void grants(Recipient person, String purpose, Instant act, @Nullable Instant expires) {
        var said = evidence("signup", act);
        store.record(List.of(new PersonAct(
                person, new ConsentAct.Granted(new Grant(purpose, said, null, expires, false, null, null)))));
    }

    private int told() {
        return store.feed().tellLapsing(engine.document(), 100);
    }

    @Test
    @DisplayName("S-11: thirty days before a consent lapses by validFor it is told, once, with its evidence")
    void a_consent_that_will_lapse_is_told_once() {
        subscribed(Kind.LAPSING);
        Instant act = TUESDAY_9.minus(Duration.ofDays(300));
        grants(ALICE, NEWSLETTER, act, null);
        assertThat(told()).isZero();
        itIs(Duration.ofDays(35).minusMillis(1));
        assertThat(told()).isZero();
        itIs(Duration.ofDays(35));
        assertThat(told()).isEqualTo(1);
        assertThat(told()).isZero();
        List<FeedEvent> events = heard();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).recipient()).isEqualTo(ALICE);
        FeedEvent.Acted lapsing = (FeedEvent.Acted) events.get(0).told();
        assertThat(lapsing.scope()).isEqualTo("purpose:" + NEWSLETTER);
        assertThat(lapsing.actedAt()).isEqualTo(act);
        assertThat(lapsing.source()).isEqualTo("signup");
        assertThat(lapsing.until()).isEqualTo(act.plus(VALID));
    }

    @Test
    @DisplayName("S-11: so is one that ends by itself; a renewed one is told again in its time")
    void a_renewed_consent_is_told_again() {
        subscribed(Kind.LAPSING);
        grants(ALICE, PURPOSE, TUESDAY_9, at(Duration.ofDays(40)));
        itIs(Duration.ofDays(20));
        assertThat(told()).isEqualTo(1);
        grants(ALICE, PURPOSE, at(Duration.ofDays(20)), at(Duration.ofDays(90)));
        assertThat(told()).isZero();
        itIs(Duration.ofDays(61));
        assertThat(told()).isEqualTo(1);
        assertThat(heard())
                .extracting(e -> ((FeedEvent.Acted) e.told()).until())
                .containsExactly(at(Duration.ofDays(40)), at(Duration.ofDays(90)));
    }

    @Test
    @DisplayName("Nothing is told of what an opt-out overrules, nor of what lapsed already")
    void what_counts_no_more_is_not_told() {
        subscribed(Kind.LAPSING);
        grants(ALICE, NEWSLETTER, TUESDAY_9.minus(Duration.ofDays(340)), null);
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.MARKETING, evidence("keyword", TUESDAY_9)))));
        grants(BRUNO, NEWSLETTER, TUESDAY_9.minus(VALID), null);
        while (told() > 0) {
            assertThat(heard()).isEmpty();
        }
        assertThat(heard()).isEmpty();
    }

    @Test
    @DisplayName("S-11: what a resume brings back into force lapses when it would have, which is told then, and once")
    void what_a_resume_brings_back_is_told() {
        subscribed(Kind.LAPSING);
        Instant act = TUESDAY_9.minus(Duration.ofDays(340));
        grants(ALICE, NEWSLETTER, act, null);
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Withdrawn(Scope.MARKETING, evidence("user-preferences", TUESDAY_9)))));
        while (told() > 0) {
            assertThat(heard()).isEmpty();
        }
        itIs(Duration.ofDays(2));
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Resumed(evidence("user-preferences", at(Duration.ofDays(1)))))));
        while (told() > 0) {
            itIs(Duration.ofDays(3));
        }
        assertThat(heard())
                .extracting(e -> ((FeedEvent.Acted) e.told()).until())
                .containsExactly(act.plus(VALID));
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Resumed(evidence("user-preferences", at(Duration.ofDays(2)))))));
        assertThat(told()).isZero();
    }

    @Test
    @DisplayName("While nobody subscribed it is not marked as told either")
    void without_a_subscriber_it_waits() {
        grants(ALICE, NEWSLETTER, TUESDAY_9.minus(Duration.ofDays(340)), null);
        assertThat(told()).isZero();
        subscribed(Kind.LAPSING);
        assertThat(told()).isEqualTo(1);
        assertThat(heard()).hasSize(1);
    }

    private void saw(String key, Sighting sighting) {
        store.inbox()
                .receive(List.of(
                        new Receipt(key, "message", sighting.addresses().get(0), null, null, null, null, sighting)));
    }

    @Test
    @DisplayName("S-22, S-23: joined people and a quarantine are told")
    void who_is_whom_is_told() {
        subscribed(Kind.IDENTITY);
        agrees(ALICE, PURPOSE);
        saw("m:1", new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9));
        saw("m:2", new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9));
        saw("m:3", new Sighting(List.of(ALICE, OTHER_ID), List.of(), "", at(MINUTE)));
        List<FeedEvent> events = heard();
        assertThat(events)
                .extracting(e -> ((FeedEvent.Acted) e.told()).act())
                .filteredOn(act -> !act.isEmpty())
                .startsWith("joined")
                .contains("quarantined");
        assertThat(events).allMatch(e -> e.recipient() != null && e.person() != null);
    }

    @Test
    @DisplayName("S-7: a document that comes into force is told once, one that is not taken each time it is brought")
    void documents_are_told() {
        subscribed(Kind.POLICY);
        PolicyDocument next = document().revision(7).build();
        PolicyDocument lower = document().revision(3).build();
        for (PolicyDocument each : List.of(next, next, lower, lower)) {
            store.activate(each, "node 1");
        }
        assertThat(heard())
                .extracting(FeedEvent::told)
                .containsExactly(
                        new FeedEvent.Announced("revision", "7", next.hash(), null),
                        new FeedEvent.Announced("revision-ignored", "3", lower.hash(), null),
                        new FeedEvent.Announced("revision-ignored", "3", lower.hash(), null));
    }

    @Test
    @DisplayName("S-20: a pause of marketing and its end are told once, whichever node sees them")
    void pauses_are_told_once() {
        subscribed(Kind.MARKETING);
        store.feed().tellPause(null);
        store.feed().tellPause("no-status");
        store.feed().tellPause("no-status");
        store.feed().tellPause(null);
        store.feed().tellPause(null);
        assertThat(heard())
                .extracting(FeedEvent::told)
                .containsExactly(new FeedEvent.Paused("no-status"), new FeedEvent.Paused(null));
    }

    @Test
    @DisplayName("What the platform tells of templates, numbers and the account is told once a delivery, by kind")
    void the_platforms_news_are_told() {
        subscribed(Kind.TEMPLATE, Kind.ACCOUNT);
        FeedEvent.Announced paused =
                new FeedEvent.Announced("template-status", "slip_due", "PAUSED", "{\"event\":\"PAUSED\"}");
        FeedEvent.Announced unwanted = new FeedEvent.Announced("number-quality", "+1555", "TIER_10K", null);
        Receipt template = news("t:1", Kind.TEMPLATE, paused);
        store.inbox().receive(List.of(template, news("l:1", Kind.LIMIT, unwanted)));
        store.inbox().receive(List.of(template));
        List<FeedEvent> events = heard();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).kind()).isEqualTo(Kind.TEMPLATE);
        assertThat(events.get(0).told()).isEqualTo(paused);
        assertThat(events.get(0).recipient()).isNull();
    }

    private static Receipt news(String key, Kind kind, FeedEvent.Announced told) {
        return new Receipt(key, told.change(), null, null, null, null, null, null, new News(kind, told));
    }
}
