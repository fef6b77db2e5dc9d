package org.whatsapppolicy.policy.rule;

import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.OwnMessage;

@DisplayName("S-13: the question of a double opt-in")
class ConsentRequestTest {

    private static final Instant HOUR_AGO = TUESDAY_9.minus(Duration.ofHours(1));
    private static final String ASK = OwnMessage.request(NEWSLETTER);

    private final Judge judge = new Judge();

    @BeforeEach
    void asks() {
        judge.document.purpose(
                aMarketingPurpose().consent(ConsentKind.DOUBLE_OPT_IN).ask("really"));
        judge.facts.withoutConsent().template(aTemplate("really", Category.UTILITY));
        requested("signup");
    }

    private void requested(String source) {
        judge.facts.grant(Grant.of(NEWSLETTER, evidence(source, HOUR_AGO)));
    }

    private static RequestBuilder ask() {
        return aSend().purpose(ASK).template("really");
    }

    @Test
    void goes_to_who_requested_it() {
        judge.allows(ask());
    }

    @Test
    @DisplayName("is stopped with the purpose that it asks for")
    void is_stopped_with_its_purpose() {
        judge.facts.stopped(Stop.purpose("other"));
        judge.allows(ask());

        judge.facts.stopped(Stop.purpose(NEWSLETTER));

        judge.defers(ask(), TUESDAY_9.plus(Duration.ofHours(1)), "stopped");
    }

    @Test
    void goes_to_nobody_else() {
        judge.facts.withoutConsent();
        judge.denies(ask(), "no-request");
        judge.facts.grant(Grant.imported(NEWSLETTER, evidence("import", HOUR_AGO), null));
        judge.denies(ask(), "no-request");
    }

    @Test
    void goes_once_in_30_days() {
        Instant before = TUESDAY_9.minus(Duration.ofDays(30));
        judge.facts.sent(new SentMessage(ASK, Category.UTILITY, true, before, before.plusMillis(1)));
        judge.defers(ask(), TUESDAY_9.plusMillis(1), "cap-reached");
        judge.now = TUESDAY_9.plusMillis(1);
        judge.allows(ask());
    }

    @Test
    void goes_never_after_an_opt_out_that_nothing_lifted() {
        judge.facts.optOut(Scope.MARKETING, evidence("user-preferences", HOUR_AGO.plusSeconds(1)));
        judge.denies(ask(), "opted-out");
        judge.facts.optOut(Scope.purpose(NEWSLETTER), evidence("button", HOUR_AGO.plusSeconds(1)));
        judge.denies(ask(), "opted-out");
    }

    @Test
    void goes_within_caps_and_quiet_hours_whatever_window_is_open() {
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));
        judge.document.purpose(aMarketingPurpose()
                .consent(ConsentKind.DOUBLE_OPT_IN)
                .ask("really")
                .quietHours("08:00-10:00"));
        judge.defers(ask(), TUESDAY_9.plus(Duration.ofHours(1)), "quiet-hours");
        asks();
        judge.document.proactiveCap(new Cap.Rolling(0, Duration.ofDays(1), false));
        judge.denies(ask(), "cap-reached");
    }

    @Test
    void is_a_utility_template_and_nothing_else() {
        judge.denies(ask().freeForm(), "request-not-utility", "window-closed");
        judge.denies(ask().template("other"), "template-not-allowed", "template-unknown");
        judge.facts.template(aTemplate("really", Category.MARKETING)).marketingNotReady();
        judge.denies(ask(), "request-not-utility", "store-fresh", "category-mismatch");
    }

    @Test
    void is_not_asked_when_it_was_answered() {
        judge.facts.act(new ConsentAct.Confirmed(NEWSLETTER, evidence("button", HOUR_AGO.plusSeconds(9))));
        judge.denies(ask(), "consent-confirmed");
    }

    @Test
    @DisplayName(
            "S-23: a new owner of the phone who asks for it is asked to confirm, whatever the owner before confirmed")
    void goes_to_a_new_owner_who_requested_it() {
        judge.facts
                .act(new ConsentAct.Confirmed(NEWSLETTER, evidence("button", HOUR_AGO.plusSeconds(9))))
                .quarantinedSince(HOUR_AGO.plusSeconds(60));
        judge.denies(ask(), "consent-quarantined");
        judge.facts.grant(Grant.of(NEWSLETTER, evidence("signup", HOUR_AGO.plusSeconds(120))));
        judge.allows(ask());
    }

    @Test
    @DisplayName("S-11: goes again to who asks anew after what they confirmed had lapsed")
    void goes_again_when_what_was_confirmed_had_lapsed() {
        judge.document.purpose(aMarketingPurpose()
                .consent(ConsentKind.DOUBLE_OPT_IN)
                .validFor(Duration.ofDays(30))
                .ask("really"));
        Instant longAgo = HOUR_AGO.minus(Duration.ofDays(31));
        judge.facts
                .withoutConsent()
                .grant(Grant.of(NEWSLETTER, evidence("signup", longAgo)))
                .act(new ConsentAct.Confirmed(NEWSLETTER, evidence("button", longAgo.plusSeconds(9))));
        requested("signup");
        judge.allows(ask());
    }

    @Test
    void without_a_template_there_is_no_question() {
        judge.document.purpose(aMarketingPurpose().consent(ConsentKind.DOUBLE_OPT_IN));
        judge.denies(ask(), "unknown-purpose");
    }
}
