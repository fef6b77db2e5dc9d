package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.SAO_PAULO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.WhenLimited;

@DisplayName("S-27: quiet hours")
class QuietHoursRuleTest {

    private final Judge judge = new Judge();

    @BeforeEach
    void nights_are_quiet() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00"));
    }

    @Test
    void acre_sleeps_while_sao_paulo_is_awake() {
        judge.allows(aSend());

        Instant eightInAcre = TUESDAY_9.plus(Duration.ofHours(1));
        judge.defers(aSend().to(number("+5568999990001")), eightInAcre, "quiet-hours");
    }

    @Test
    void an_allow_is_good_until_quiet_begins() {
        assertThat(judge.allows(aSend()).validUntil()).isEqualTo(TUESDAY_9.plus(Duration.ofHours(11)));
    }

    @Test
    void quiet_begins_and_ends_to_the_instant() {
        Instant evening = TUESDAY_9.plus(Duration.ofHours(11));
        judge.now = evening;
        judge.defers(aSend(), evening.plus(Duration.ofHours(12)), "quiet-hours");
        judge.now = evening.plus(Duration.ofHours(12)).minusNanos(1);
        judge.defers(aSend(), evening.plus(Duration.ofHours(12)), "quiet-hours");
        judge.now = evening.plus(Duration.ofHours(12));
        judge.allows(aSend());
    }

    @Test
    void the_record_then_the_purpose_then_the_sender_then_the_number_say_the_zone() {
        ZoneId acre = ZoneId.of("America/Rio_Branco");
        judge.document.sender(Examples.aSender("billing"));
        judge.facts.zone(acre);
        judge.defers(aSend(), TUESDAY_9.plus(Duration.ofHours(1)), "quiet-hours");

        judge.facts.zone(null);
        judge.document.purpose(aPurpose().quietHours("20:00-08:00").zone(acre));
        judge.defers(aSend(), TUESDAY_9.plus(Duration.ofHours(1)), "quiet-hours");
        judge.facts.zone(SAO_PAULO);
        judge.allows(aSend());
    }

    @Test
    void a_user_id_waits_until_no_zone_of_its_country_is_quiet() {
        judge.defers(aSend().to(new UserId("BR.1A")), TUESDAY_9.plus(Duration.ofHours(1)), "quiet-hours");
    }

    @Test
    void without_any_zone_it_is_denied() {
        judge.denies(aSend().to(new UserId("QQ.1A")), "zone-unknown");
    }

    @Test
    void without_a_common_hour_it_is_denied() {
        judge.document.purpose(aPurpose().quietHours("12:00-09:00"));

        judge.denies(aSend().to(number("+79161234567")), "no-common-hour");
    }

    @Test
    @DisplayName("S-2: answers are never held by quiet hours")
    void answers_go_at_any_hour() {
        judge.now = TUESDAY_9.plus(Duration.ofHours(14));
        judge.facts.inbound(judge.now.minusSeconds(60));

        judge.allows(aSend());
        judge.allows(aSend().freeForm());
        judge.allows(aSend().to(new UserId("QQ.1A")));
    }

    @Test
    @DisplayName("S-29: whenLimited deny turns the wait into a denial that says when")
    void when_limited_deny() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00").whenLimited(WhenLimited.DENY));
        judge.now = TUESDAY_9.plus(Duration.ofHours(12));

        Decision decision = judge.denies(aSend(), "quiet-hours");
        assertThat(decision.reasons().get(0).until()).isEqualTo(TUESDAY_9.plus(Duration.ofHours(23)));
    }

    @Test
    @DisplayName("S-29: whenLimited is about what holds now, not about what will hold when something else lets go")
    void when_limited_deny_does_not_deny_a_wait_for_something_else() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00").whenLimited(WhenLimited.DENY));
        judge.facts.questionedUntil(TUESDAY_9.plus(Duration.ofHours(12)));

        judge.defers(aSend(), TUESDAY_9.plus(Duration.ofHours(23)), "answer-ambiguous", "quiet-hours");
    }

    @Test
    void one_engine_remembers_no_answer_beyond_its_end() {
        PolicyEngine engine = judge.document.engine();
        Instant evening = TUESDAY_9.plus(Duration.ofHours(11));
        Instant morning = evening.plus(Duration.ofHours(12));
        SendRequest request = aSend().build();
        Facts facts = judge.facts.build();

        for (int round = 0; round < 2; round++) {
            assertThat(engine.decide(request, facts, TUESDAY_9).verdict()).isEqualTo(Verdict.ALLOW);
            assertThat(engine.decide(request, facts, evening.minusNanos(1)).verdict())
                    .isEqualTo(Verdict.ALLOW);
            assertThat(engine.decide(request, facts, evening).verdict()).isEqualTo(Verdict.DEFER);
            assertThat(engine.decide(request, facts, morning.minusNanos(1)).verdict())
                    .isEqualTo(Verdict.DEFER);
            assertThat(engine.decide(request, facts, morning).verdict()).isEqualTo(Verdict.ALLOW);
        }
    }
}
