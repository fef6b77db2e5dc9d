package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.MessageIds;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.PolicyStore.TokenLease;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.TemplateWord.What;

/** The store itself: its clock, its active document, templates, fresh and restored stores, tokens. */
public abstract class InstallationKit extends StoreKit {

    private Verdict marketing() {
        return decided(aMarketingSend().build()).decision().verdict();
    }

    @Test
    @DisplayName("M-6: a frozen clock stands where it was put")
    void the_clock_stands_where_it_was_put() {
        assertThat(store.now()).isEqualTo(TUESDAY_9);
        itIs(Duration.ofDays(1));
        assertThat(store.now()).isEqualTo(TUESDAY_9.plus(Duration.ofDays(1)));
    }

    @Test
    @DisplayName("M-6: a virtual clock is moved from what it shows")
    void the_clock_is_moved_on() {
        store.moveClock(Duration.ofHours(1));
        store.moveClock(Duration.ofMinutes(1));
        assertThat(store.now()).isEqualTo(TUESDAY_9.plus(Duration.ofMinutes(61)));
    }

    @Test
    @DisplayName("S-7: the higher revision is active; a lower or equal one is told what is")
    void the_higher_revision_is_active() {
        itIs(Duration.ofHours(1));
        ActivePolicy second = store.activate(document().revision(2).build(), "node-2");
        assertThat(second)
                .isEqualTo(new ActivePolicy(2, "hash-2", "version: 1\nrevision: 2\n", at(Duration.ofHours(1))));
        itIs(Duration.ofHours(2));
        assertThat(store.activate(document().revision(1).build(), "node-1")).isEqualTo(second);
        assertThat(store.activate(document().revision(2).build(), "node-1")).isEqualTo(second);
    }

    @Test
    @DisplayName("S-7: a batch by another document than the active one is not decided")
    void a_stale_engine_is_told() {
        PolicyEngine old = engine;
        ActivePolicy second = store.activate(document().revision(2).build(), "node-2");
        assertThat(store.decide(List.of(aSend().build(), aSend().build()), old))
                .containsExactly(new Admission.Stale(second), new Admission.Stale(second));
        engine = document().revision(2).engine();
        assertThat(decided(aSend().build()).decision().policyHash()).isEqualTo("hash-2");
    }

    @Test
    void deciding_without_a_document_is_refused() {
        try (Stores others = stores();
                PolicyStore fresh = others.open(FROZEN)) {
            assertThatThrownBy(() -> fresh.decide(List.of(aSend().build()), engine))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("activate");
        }
    }

    @Test
    @DisplayName("S-4: what a template really is counts, as soon as it is told")
    void templates_are_replaced_by_account() {
        agrees(ALICE, PURPOSE);
        Template paused = new Template(
                ACCOUNT, PURPOSE, "pt_BR", Template.Status.PAUSED, Category.UTILITY, List.of("1"), List.of("1", "2"));
        Template other = new Template(
                "waba-2", PURPOSE, "pt_BR", Template.Status.APPROVED, Category.UTILITY, List.of(), List.of());
        store.templates("waba-2", List.of(other));
        store.templates(ACCOUNT, List.of(paused));
        assertThat(store.templates()).containsExactly(paused, other);
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.DENY);
        store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));
        assertThat(decided(aSend().build()).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-4: of what the platform told of a template the latest is kept, also when it comes out of order")
    void what_was_told_of_templates() {
        TemplateWord marketing = word(What.CATEGORY, "MARKETING", TUESDAY_9);
        store.told(List.of(marketing, word(What.STATUS, "PAUSED", TUESDAY_9)));
        store.told(List.of(word(What.CATEGORY, "UTILITY", TUESDAY_9.minusSeconds(1))));
        TemplateWord approved = word(What.STATUS, "APPROVED", TUESDAY_9.plusSeconds(1));
        store.told(List.of(approved));
        assertThat(store.told(ACCOUNT)).containsExactly(marketing, approved);
        assertThat(store.told("waba-2")).isEmpty();
    }

    private static TemplateWord word(What what, String word, Instant at) {
        return new TemplateWord(ACCOUNT, PURPOSE, "pt_BR", what, word, at);
    }

    @Test
    @DisplayName("S-8: a new store sends no marketing until a list was imported")
    void a_new_store_sends_no_marketing() {
        agrees(ALICE, NEWSLETTER);
        activate(document().revision(2).freshStore(FreshStore.UNDECLARED));
        assertThat(marketing()).isEqualTo(Verdict.DENY);
        store.suppressionImported(store.now());
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-8: a restored store sends no marketing until a list was imported after that was declared")
    void a_restored_store_sends_no_marketing() {
        agrees(ALICE, NEWSLETTER);
        store.suppressionImported(store.now());
        itIs(Duration.ofHours(1));
        activate(document().revision(2).freshStore(FreshStore.RESTORED));
        assertThat(marketing()).isEqualTo(Verdict.DENY);
        store.suppressionImported(store.now());
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
        itIs(Duration.ofHours(2));
        activate(document().revision(3).freshStore(FreshStore.RESTORED));
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName(
            "S-8: a message of ours that the platform reports and nobody knows tells of a restore that was not declared")
    void an_undeclared_restore_is_found() {
        agrees(ALICE, NEWSLETTER);
        activate(document().revision(2).freshStore(FreshStore.UNDECLARED));
        store.suppressionImported(store.now());
        itIs(Duration.ofHours(1));
        UUID known = decided(aSend().build()).messageId();
        UUID before = madeAt(store.now().minus(Duration.ofHours(2)));
        assertThat(store.doubt(List.of(known, before, UUID.randomUUID()), engine.document()))
                .isFalse();
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);

        UUID lost = madeAt(store.now().minus(Duration.ofMinutes(1)));
        assertThat(store.doubt(List.of(known, lost), engine.document())).isTrue();
        assertThat(marketing()).isEqualTo(Verdict.DENY);
        assertThat(store.doubt(List.of(lost), engine.document()))
                .as("told once")
                .isFalse();
        store.suppressionImported(store.now());
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-8: what retention may have deleted tells of no restore")
    void a_deleted_message_is_no_restore() {
        itIs(Duration.ofDays(40));
        assertThat(store.doubt(List.of(madeAt(store.now().minus(Duration.ofDays(8)))), engine.document()))
                .isFalse();
        assertThat(store.doubt(List.of(madeAt(store.now().minus(Duration.ofDays(6)))), engine.document()))
                .isTrue();
    }

    private static UUID madeAt(Instant at) {
        return new MessageIds(InstantSource.fixed(at), new Random(1)).next();
    }

    @Test
    @DisplayName("M-7: a lease covers at most 100 ms of the rate and at least one token, and the next one follows it")
    void tokens_follow_one_another() {
        TokenLease first = store.tokens("billing", 80, 100);
        assertThat(first.tokens()).isEqualTo(8);
        assertThat(first.in()).isZero();
        assertThat(first.validFor()).isEqualTo(Duration.ofMillis(350));
        TokenLease second = store.tokens("billing", 80, 1);
        assertThat(second.tokens()).isEqualTo(1);
        assertThat(second.in()).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(store.tokens("other", 1, 5).tokens()).isEqualTo(1);
        assertThat(store.tokens("other", 1, 5).in()).isGreaterThan(Duration.ofMillis(500));
        assertThatThrownBy(() -> store.tokens("billing", 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName(
            "S-20: marketing pauses while messages are accepted and nothing is heard of them, and goes on by itself")
    void silence_pauses_marketing() {
        agrees(ALICE, NEWSLETTER);
        assertThat(store.hear(new Hearing.News(TUESDAY_9, null, TUESDAY_9, null)))
                .isEqualTo(new Hearing(null, TUESDAY_9, null));
        itIs(Duration.ofMinutes(15).minusMillis(1));
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
        itIs(Duration.ofMinutes(15));
        assertThat(marketing()).isEqualTo(Verdict.DEFER);
        Hearing heard = store.hear(new Hearing.News(store.now(), at(Duration.ofMinutes(1)), null, null));
        assertThat(heard).isEqualTo(new Hearing(at(Duration.ofMinutes(1)), null, null));
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName("S-20: marketing pauses while the app is not subscribed to what people choose in the app's menu")
    void a_missing_subscription_pauses_marketing() {
        agrees(ALICE, NEWSLETTER);
        store.hear(new Hearing.News(TUESDAY_9, null, null, false));
        assertThat(marketing()).isEqualTo(Verdict.DEFER);
        store.hear(new Hearing.News(TUESDAY_9, null, null, true));
        assertThat(marketing()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void durability_is_told() {
        assertThat(store.durability()).isNotBlank();
    }
}
