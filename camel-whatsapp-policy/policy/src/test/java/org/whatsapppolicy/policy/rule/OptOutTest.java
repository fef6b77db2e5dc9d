package org.whatsapppolicy.policy.rule;

import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.OTP;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;

@DisplayName("S-16: an opt-out is final")
class OptOutTest {

    private static final Instant HOUR_AGO = TUESDAY_9.minus(Duration.ofHours(1));
    private static final Evidence STOP = evidence("keyword", HOUR_AGO);

    private final Judge judge = new Judge();

    @ParameterizedTest
    @ValueSource(strings = {"keyword", "email", "sms", "crm"})
    void stop_ends_every_proactive_purpose(String source) {
        judge.facts.optOut(Scope.ALL, evidence(source, HOUR_AGO));

        judge.denies(aSend(), "opted-out");
        judge.facts.marketingTemplate();
        judge.denies(aMarketingSend(), "opted-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-preferences", "error-131050"})
    void the_apps_stop_ends_marketing_alone(String source) {
        judge.facts.optOut(Scope.MARKETING, evidence(source, HOUR_AGO));

        judge.allows(aSend());
        judge.facts.marketingTemplate();
        judge.denies(aMarketingSend(), "opted-out");
    }

    @Test
    void a_marketing_template_in_a_utility_purpose_is_marketing() {
        judge.facts
                .optOut(Scope.MARKETING, evidence("user-preferences", HOUR_AGO))
                .template(aTemplate(PURPOSE, Category.MARKETING));

        judge.denies(aSend(), "opted-out", "category-mismatch");
    }

    @Test
    void a_button_ends_what_it_declares() {
        judge.facts.optOut(Scope.purpose(NEWSLETTER), evidence("button", HOUR_AGO));

        judge.allows(aSend());
        judge.facts.marketingTemplate();
        judge.denies(aMarketingSend(), "opted-out");
    }

    @Test
    void after_stop_a_free_form_answer_goes_in_a_window_opened_later() {
        judge.facts.optOut(Scope.ALL, STOP).inbound(HOUR_AGO.plusSeconds(1));

        judge.allows(aSend().freeForm());
        judge.denies(aSend(), "opted-out");
    }

    @Test
    void the_message_that_said_stop_opens_no_window_for_answers() {
        judge.facts.optOut(Scope.ALL, STOP).inbound(HOUR_AGO);

        judge.denies(aSend().freeForm(), "opted-out");
    }

    @Test
    void authentication_goes_on_where_the_purpose_says_so() {
        judge.facts.withoutConsent().optOut(Scope.ALL, STOP).template(aTemplate(OTP, Category.AUTHENTICATION));
        judge.document.purpose(
                aPurpose().named(OTP).category(Category.AUTHENTICATION).consent(ConsentKind.NONE));
        judge.denies(aSend().purpose(OTP).template(OTP), "opted-out");

        judge.document.purpose(aPurpose()
                .named(OTP)
                .category(Category.AUTHENTICATION)
                .consent(ConsentKind.NONE)
                .allowAfterOptOut());
        judge.allows(aSend().purpose(OTP).template(OTP));

        judge.facts.template(aTemplate(OTP, Category.UTILITY));
        judge.denies(aSend().purpose(OTP).template(OTP), "opted-out", "no-consent", "category-mismatch");
    }

    @Test
    @DisplayName("S-12: the person's later grant makes its purpose possible again, and no other")
    void a_later_grant_of_the_person_lifts_it_for_its_purpose() {
        judge.facts.optOut(Scope.ALL, STOP).grant(aGrant(NEWSLETTER, HOUR_AGO.plusSeconds(1)));

        judge.denies(aSend(), "opted-out");
        judge.facts.marketingTemplate();
        judge.allows(aMarketingSend());
    }

    @Test
    @DisplayName("S-18: for how long, counted from when they wrote, the document says")
    void how_long_an_ambiguous_answer_holds() {
        Instant wrote = TUESDAY_9.minus(Duration.ofHours(30));
        judge.facts.questionedUntil(
                ConsentAct.Questioned.by(evidence("keyword", wrote)).until());
        judge.document.holdFor(Duration.ofHours(31));
        judge.defers(aSend(), TUESDAY_9.plus(Duration.ofHours(1)), "answer-ambiguous");
        judge.document.holdFor(Duration.ofHours(30));
        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-18: an ambiguous answer holds what is proactive, for a while")
    void an_ambiguous_answer_holds() {
        judge.facts.questionedUntil(TUESDAY_9.plusSeconds(600));

        judge.defers(aSend(), TUESDAY_9.plusSeconds(600), "answer-ambiguous");
        judge.facts.inbound(HOUR_AGO);
        judge.allows(aSend());
        judge.facts.inbound(null);
        judge.now = TUESDAY_9.plusSeconds(600);
        judge.allows(aSend());
    }

    @Test
    @DisplayName("S-18: what an opt-out would not stop, a doubtful one does not hold")
    void an_ambiguous_answer_does_not_hold_what_an_opt_out_would_let_go() {
        judge.document.purpose(aPurpose()
                .named(OTP)
                .category(Category.AUTHENTICATION)
                .consent(ConsentKind.NONE)
                .allowAfterOptOut());
        judge.facts.questionedUntil(TUESDAY_9.plusSeconds(600)).template(aTemplate(OTP, Category.AUTHENTICATION));

        judge.allows(aSend().purpose(OTP).template(OTP));
    }
}
