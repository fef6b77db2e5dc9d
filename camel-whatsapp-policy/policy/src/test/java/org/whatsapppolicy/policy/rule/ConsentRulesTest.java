package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.OTP;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.signedUp;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.decision.OutsideConsent.Answer;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.WhenLimited;

class ConsentRulesTest {

    private static final Instant YESTERDAY = TUESDAY_9.minus(Duration.ofDays(1));

    private final Judge judge = new Judge();

    @Test
    @DisplayName("S-10: opt-in needs a grant")
    void denies_without_a_grant() {
        judge.facts.withoutConsent();

        judge.denies(aSend(), "no-consent");
    }

    @Test
    @DisplayName("S-10: a grant is for one purpose")
    void denies_with_a_grant_for_another_purpose() {
        judge.facts.withoutConsent().grant(aGrant(NEWSLETTER, YESTERDAY));

        judge.denies(aSend(), "no-consent");
    }

    @Test
    void says_where_the_consent_is_known_from_and_the_legal_basis() {
        Decision decision = judge.allows(aSend());

        assertThat(decision.reasons().get(0).detail()).isEqualTo("signup of 2025-11-30");
        assertThat(decision.reasons().get(1).detail()).isEqualTo("contract");
    }

    @Test
    @DisplayName("S-10: the legal basis is recorded with what does not go, too, and is no reason of it")
    void the_basis_of_a_denial() {
        judge.facts.withoutConsent();
        Decision denied = judge.denies(aSend(), "no-consent");

        assertThat(denied.reasons()).extracting(Reason::code).containsExactly("no-consent", "basis");
        assertThat(denied.reasons().get(1).detail()).isEqualTo("contract");
        assertThat(denied.codes()).containsExactly("no-consent");
    }

    @Test
    void denies_a_grant_that_is_dated_ahead_of_now() {
        judge.facts.withoutConsent().grant(aGrant(PURPOSE, TUESDAY_9.plusSeconds(600)));

        judge.denies(aSend(), "no-consent");
    }

    @Test
    @DisplayName("S-11: validFor counts from the act and is judged when sending, to the instant")
    void a_grant_lapses_at_exactly_its_end() {
        judge.document.purpose(aPurpose().validFor(Duration.ofDays(1)));
        judge.facts.withoutConsent().grant(aGrant(PURPOSE, YESTERDAY));

        judge.denies(aSend(), "consent-expired");
        judge.now = TUESDAY_9.minusNanos(1);
        assertThat(judge.allows(aSend()).validUntil()).isEqualTo(TUESDAY_9);
    }

    @Test
    void the_grants_own_end_counts_too() {
        judge.document.purpose(aPurpose().validFor(Duration.ofDays(9)));
        judge.facts.withoutConsent().grant(Grant.imported(PURPOSE, signedUp(YESTERDAY), TUESDAY_9));

        judge.denies(aSend(), "consent-expired");
    }

    @Test
    @DisplayName("S-11: marketing needs evidence by default")
    void denies_marketing_without_evidence() {
        judge.facts.marketingTemplate().withoutConsent().grant(Grant.of(NEWSLETTER, evidence("crm", YESTERDAY)));

        judge.denies(aMarketingSend(), "no-evidence");
        judge.document.purpose(aMarketingPurpose().evidence(false));
        judge.allows(aMarketingSend());
    }

    @Test
    @DisplayName("S-10: double opt-in needs a second act")
    void denies_double_opt_in_without_confirmation() {
        judge.document.purpose(aPurpose().consent(ConsentKind.DOUBLE_OPT_IN));

        judge.denies(aSend(), "consent-unconfirmed");
        judge.facts.act(new ConsentAct.Confirmed(PURPOSE, evidence("double-opt-in", YESTERDAY)));
        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-12: a confirmation from before an opt-out does not confirm what was granted after it")
    void an_opt_out_voids_an_earlier_confirmation() {
        judge.document.purpose(aPurpose().consent(ConsentKind.DOUBLE_OPT_IN));
        judge.facts
                .act(new ConsentAct.Confirmed(PURPOSE, evidence("double-opt-in", YESTERDAY)))
                .optOut(Scope.ALL, evidence("keyword", YESTERDAY.plusSeconds(1)))
                .grant(aGrant(PURPOSE, YESTERDAY.plusSeconds(2)));

        judge.denies(aSend(), "consent-unconfirmed");
    }

    @Test
    @DisplayName("S-13, S-23: what the owner before confirmed, the new owner of the phone did not")
    void a_quarantine_voids_an_earlier_confirmation() {
        judge.document.purpose(aPurpose().consent(ConsentKind.DOUBLE_OPT_IN));
        judge.facts
                .act(new ConsentAct.Confirmed(PURPOSE, evidence("double-opt-in", YESTERDAY)))
                .quarantinedSince(YESTERDAY.plusSeconds(60))
                .grant(aGrant(PURPOSE, YESTERDAY.plusSeconds(120)));

        judge.denies(aSend(), "consent-unconfirmed");
        judge.facts.act(new ConsentAct.Confirmed(PURPOSE, evidence("button", YESTERDAY.plusSeconds(180))));
        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-13, S-11: a confirmation that had lapsed when the person asked anew confirms nothing")
    void a_lapsed_confirmation_does_not_confirm_a_new_request() {
        judge.document.purpose(aPurpose().consent(ConsentKind.DOUBLE_OPT_IN).validFor(Duration.ofDays(30)));
        Instant confirmed = YESTERDAY.minus(Duration.ofDays(30));
        judge.facts
                .withoutConsent()
                .grant(aGrant(PURPOSE, confirmed.minusSeconds(60)))
                .act(new ConsentAct.Confirmed(PURPOSE, evidence("button", confirmed)))
                .grant(aGrant(PURPOSE, YESTERDAY));

        judge.denies(aSend(), "consent-unconfirmed");
    }

    @Test
    @DisplayName("S-13: who renews in time what was confirmed need not confirm again")
    void a_grant_that_is_renewed_in_time_stays_confirmed() {
        judge.document.purpose(aPurpose().consent(ConsentKind.DOUBLE_OPT_IN).validFor(Duration.ofDays(30)));
        Instant confirmed = YESTERDAY.minus(Duration.ofDays(30));
        judge.facts
                .withoutConsent()
                .grant(aGrant(PURPOSE, confirmed.minusSeconds(60)))
                .act(new ConsentAct.Confirmed(PURPOSE, evidence("button", confirmed)))
                .grant(aGrant(PURPOSE, YESTERDAY.minusMillis(1)));

        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-10: conversation answers inside the window only")
    void conversation_answers_only() {
        judge.document.purpose(aPurpose().consent(ConsentKind.CONVERSATION));
        judge.facts.withoutConsent();

        judge.denies(aSend(), "no-consent");
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));
        judge.allows(aSend());
        judge.allows(aSend().freeForm());
    }

    @Test
    @DisplayName("S-10, S-4: no consent is for authentication alone, and a template's truth counts")
    void none_is_for_authentication_alone() {
        judge.document.purpose(
                aPurpose().named(OTP).category(Category.AUTHENTICATION).consent(ConsentKind.NONE));
        judge.facts.withoutConsent().template(aTemplate(OTP, Category.AUTHENTICATION));
        judge.allows(aSend().purpose(OTP).template(OTP));

        judge.facts.template(aTemplate(OTP, Category.MARKETING));
        judge.denies(aSend().purpose(OTP).template(OTP), "no-consent", "category-mismatch");
    }

    @Test
    @DisplayName("S-14: an outside answer decides while it is fresh")
    void outside_consent_decides() {
        judge.document.purpose(aPurpose().consentFrom("direct:crm", Duration.ofHours(1), WhenLimited.DENY));
        judge.facts.withoutConsent();

        Decision decision = judge.allows(aSend().outside(answer(Answer.GRANTED, TUESDAY_9.minusSeconds(60))));
        assertThat(decision.validUntil()).isEqualTo(TUESDAY_9.plusSeconds(3540));
        judge.denies(aSend().outside(answer(Answer.REFUSED, TUESDAY_9)), "consent-outside-refused");
        judge.denies(aSend().outside(answer(Answer.NONE, TUESDAY_9)), "no-consent");
    }

    @Test
    @DisplayName("S-14: not asked, not answered or too old is not available")
    void outside_consent_that_is_not_available_denies() {
        judge.document.purpose(aPurpose().consentFrom("direct:crm", Duration.ofHours(1), WhenLimited.DENY));

        judge.denies(aSend(), "consent-unavailable");
        judge.denies(aSend().outside(new OutsideConsent(Answer.UNAVAILABLE, null, "crm", null)), "consent-unavailable");
        judge.denies(aSend().outside(new OutsideConsent(Answer.GRANTED, null, "crm", "1")), "consent-unavailable");
        judge.denies(
                aSend().outside(answer(Answer.GRANTED, TUESDAY_9.minus(Duration.ofHours(1)))), "consent-unavailable");
    }

    @Test
    @DisplayName("S-14: an answer that speaks of a time to come is a mistake, and would be fresh for ever")
    void outside_consent_from_ahead_of_now_is_not_available() {
        judge.document.purpose(aPurpose().consentFrom("direct:crm", Duration.ofHours(1), WhenLimited.DENY));

        judge.allows(aSend().outside(answer(Answer.GRANTED, TUESDAY_9.plusSeconds(300))));
        judge.denies(aSend().outside(answer(Answer.GRANTED, TUESDAY_9.plusSeconds(301))), "consent-unavailable");
    }

    @Test
    @DisplayName("S-14: or it waits, as the purpose says")
    void outside_consent_that_is_not_available_waits() {
        judge.document.purpose(aPurpose().consentFrom("direct:crm", Duration.ofHours(1), WhenLimited.DEFER));

        judge.defers(aSend(), TUESDAY_9.plusSeconds(300), "consent-unavailable");
    }

    @Test
    @DisplayName("S-14: opt-outs of our own store count on top")
    void outside_consent_lifts_no_opt_out() {
        judge.document.purpose(aPurpose().consentFrom("direct:crm", Duration.ofHours(1), WhenLimited.DENY));
        judge.facts.optOut(Scope.ALL, evidence("keyword", YESTERDAY));

        judge.denies(aSend().outside(answer(Answer.GRANTED, TUESDAY_9)), "opted-out");
    }

    @Test
    @DisplayName("S-23: a phone that may have a new owner gets answers only")
    void quarantine_stops_what_is_proactive() {
        judge.facts.quarantinedSince(YESTERDAY);

        judge.denies(aSend(), "consent-quarantined");
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));
        judge.allows(aSend().freeForm());
    }

    @Test
    @DisplayName("S-23: a later grant of the person ends the quarantine of its purpose alone")
    void a_new_grant_ends_the_quarantine() {
        judge.facts.quarantinedSince(YESTERDAY);
        judge.facts.grant(aGrant(PURPOSE, YESTERDAY));
        judge.denies(aSend(), "consent-quarantined");

        judge.facts.grant(aGrant(PURPOSE, YESTERDAY.plusSeconds(1)));
        judge.allows(aSend());
        judge.facts.marketingTemplate();
        judge.denies(aMarketingSend(), "consent-quarantined");
    }

    @Test
    @DisplayName("S-23: so does whoever confirms it and is named; an import does not")
    void a_named_confirmation_ends_the_quarantine() {
        judge.facts.quarantinedSince(YESTERDAY);
        Instant later = YESTERDAY.plusSeconds(60);
        judge.facts.grant(Grant.imported(PURPOSE, new Evidence(later, "import", "file", "terms-1", null, "row"), null));
        judge.denies(aSend(), "consent-quarantined");

        judge.facts.act(new ConsentAct.Confirmed(PURPOSE, new Evidence(later, "crm", null, null, null, "case 9")));
        judge.denies(aSend(), "consent-quarantined");

        judge.facts.act(new ConsentAct.Confirmed(PURPOSE, new Evidence(later, "crm", "clerk 7", null, null, null)));
        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-23: what somebody who is named entered stays entered when an import comes later")
    void an_import_does_not_quarantine_again() {
        judge.facts.quarantinedSince(YESTERDAY);
        Instant later = YESTERDAY.plusSeconds(60);
        judge.facts.grant(Grant.of(PURPOSE, new Evidence(later, "crm", "clerk 7", null, null, null)));
        judge.allows(aSend());

        judge.facts.grant(Grant.imported(
                PURPOSE, new Evidence(later.plusSeconds(60), "import", "file", "terms-1", null, "row"), null));
        judge.allows(aSend());
    }

    private static OutsideConsent answer(Answer answer, Instant asOf) {
        return new OutsideConsent(answer, asOf, "crm", "row-1");
    }
}
