package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.OTP;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.sent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.address.ZoneFinder;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.WhenLimited;

@DisplayName("S-25, S-26: frequency caps")
class CapsTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-11T03:00:00Z");

    private final Judge judge = new Judge();

    private static Instant hoursAgo(long hours) {
        return TUESDAY_9.minus(Duration.ofHours(hours));
    }

    private static SentMessage underWay(String purpose, Instant from, Instant to) {
        return new SentMessage(purpose, Category.UTILITY, true, from, to);
    }

    @Test
    void a_rolling_window_is_half_open() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(24)));
        judge.allows(aSend());

        judge.now = TUESDAY_9.minusNanos(1);
        judge.defers(aSend(), TUESDAY_9, "cap-reached");
    }

    @Test
    void the_first_to_leave_the_window_makes_room() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(3, Duration.ofDays(7), false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1)), sent(PURPOSE, hoursAgo(50)), sent(PURPOSE, hoursAgo(20)));

        Decision decision = judge.defers(aSend(), hoursAgo(50).plus(Duration.ofDays(7)), "cap-reached");
        assertThat(decision.reasons().get(0).detail()).contains("3/7d of payment-slip");
    }

    @Test
    void too_many_in_the_window_wait_for_as_many_to_leave() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(20)), sent(PURPOSE, hoursAgo(2)));

        judge.defers(aSend(), hoursAgo(2).plus(DAY), "cap-reached");
    }

    @Test
    @DisplayName("M-5: a message counts until its answer plus the window")
    void what_is_under_way_counts_to_the_end_of_its_way() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)));
        judge.facts.sent(underWay(PURPOSE, hoursAgo(25), hoursAgo(24).plusSeconds(1)));

        judge.defers(aSend(), TUESDAY_9.plusSeconds(1), "cap-reached");
    }

    @Test
    void another_purpose_does_not_count_for_the_purposes_cap() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)));
        judge.facts.sent(sent(NEWSLETTER, hoursAgo(1)));

        judge.allows(aSend());
    }

    @Test
    void the_overall_cap_counts_all_proactive_purposes() {
        judge.document.proactiveCap(new Cap.Rolling(1, DAY, false));
        judge.facts.sent(sent(NEWSLETTER, hoursAgo(1)));

        judge.defers(aSend(), hoursAgo(1).plus(DAY), "cap-reached");
    }

    @Test
    void the_overall_cap_counts_neither_answers_nor_authentication() {
        judge.document.proactiveCap(new Cap.Rolling(1, DAY, false));
        judge.facts.sent(
                new SentMessage(PURPOSE, Category.UTILITY, false, hoursAgo(1), hoursAgo(1)),
                new SentMessage(OTP, Category.AUTHENTICATION, true, hoursAgo(1), hoursAgo(1)));

        judge.allows(aSend());
    }

    @Test
    void the_overall_cap_does_not_hold_authentication() {
        judge.document
                .proactiveCap(new Cap.Rolling(1, DAY, false))
                .purpose(aPurpose().named(OTP).category(Category.AUTHENTICATION).consent(ConsentKind.NONE));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1))).template(aTemplate(OTP, Category.AUTHENTICATION));

        judge.allows(aSend().purpose(OTP).template(OTP));
    }

    @Test
    @DisplayName("S-2: answers are never held by caps")
    void answers_are_not_held() {
        judge.document
                .purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)))
                .proactiveCap(new Cap.Rolling(1, DAY, false));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1))).inbound(hoursAgo(2));

        judge.allows(aSend());
        judge.allows(aSend().freeForm());
    }

    @Test
    void a_reply_lifts_a_cap_while_the_window_is_open() {
        judge.document.purpose(aMarketingPurpose().cap(new Cap.Rolling(1, Duration.ofDays(7), true)));
        judge.facts.marketingTemplate().sent(sent(NEWSLETTER, hoursAgo(2))).inbound(hoursAgo(1));

        Decision decision = judge.allows(aMarketingSend());
        assertThat(decision.validUntil()).isEqualTo(hoursAgo(1).plus(DAY).minus(Duration.ofMinutes(5)));
    }

    @Test
    void a_message_after_the_reply_holds_again_and_equal_times_are_no_reply() {
        judge.document.purpose(aMarketingPurpose().cap(new Cap.Rolling(1, DAY, true)));
        judge.facts.marketingTemplate().sent(sent(NEWSLETTER, hoursAgo(2))).inbound(hoursAgo(2));

        judge.defers(aMarketingSend(), hoursAgo(2).plus(DAY), "cap-reached");
    }

    @Test
    void a_reply_to_what_may_not_have_arrived_yet_is_no_reply() {
        judge.document.purpose(aMarketingPurpose().cap(new Cap.Rolling(1, DAY, true)));
        Instant answered = hoursAgo(2).plusSeconds(30);
        judge.facts
                .marketingTemplate()
                .sent(underWay(NEWSLETTER, hoursAgo(2), answered))
                .inbound(hoursAgo(2).plusSeconds(10));

        judge.defers(aMarketingSend(), answered.plus(DAY), "cap-reached");
    }

    @Test
    void a_reply_lifts_nothing_for_the_time_after_its_window() {
        judge.document.purpose(aMarketingPurpose()
                .cap(new Cap.Rolling(1, Duration.ofDays(7), true))
                .quietHours("20:00-08:00"));
        judge.now = Instant.parse("2026-03-11T00:00:00Z");
        judge.facts
                .marketingTemplate()
                .sent(sent(NEWSLETTER, judge.now.minus(Duration.ofHours(21))))
                .inbound(judge.now.minus(Duration.ofHours(20)));

        judge.defers(aMarketingSend(), Instant.parse("2026-03-17T11:00:00Z"), "quiet-hours", "cap-reached");
    }

    @Test
    void a_calendar_day_ends_at_the_persons_midnight() {
        judge.document.purpose(aPurpose().cap(new Cap.CalendarDay(1, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1)));

        judge.defers(aSend(), MIDNIGHT, "cap-reached");
        judge.now = MIDNIGHT;
        judge.allows(aSend());
    }

    @Test
    @DisplayName("M-5: a message counts on every date that its way touched")
    void what_crossed_midnight_counts_on_both_days() {
        judge.document.purpose(aPurpose().cap(new Cap.CalendarDay(1, false)));
        judge.facts.sent(underWay(PURPOSE, MIDNIGHT.minusSeconds(1), MIDNIGHT));
        judge.now = MIDNIGHT.plusSeconds(5);

        judge.defers(aSend(), MIDNIGHT.plus(DAY), "cap-reached");
    }

    @Test
    void a_calendar_day_of_an_unknown_zone_is_the_strictest() {
        judge.document.purpose(aPurpose().cap(new Cap.CalendarDay(1, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(10)));
        judge.allows(aSend());

        Instant midnightInNoronha = Instant.parse("2026-03-11T02:00:00Z");
        judge.defers(aSend().to(new UserId("BR.1A")), midnightInNoronha, "cap-reached");
        judge.denies(aSend().to(new UserId("QQ.1A")), "zone-unknown");
    }

    @Test
    void days_a_week_count_distinct_dates() {
        judge.document.purpose(aPurpose().cap(new Cap.Days(2, 7, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(24)), sent(PURPOSE, hoursAgo(25)), sent(PURPOSE, hoursAgo(1)));
        judge.allows(aSend());

        judge.facts.sent(sent(PURPOSE, hoursAgo(72)));
        judge.defers(aSend(), Instant.parse("2026-03-16T03:00:00Z"), "cap-reached");
    }

    @Test
    void a_message_just_before_midnight_may_arrive_after_it() {
        judge.document.purpose(aPurpose().cap(new Cap.Days(1, 7, false)));
        judge.now = MIDNIGHT.minusSeconds(10);
        judge.facts.sent(sent(PURPOSE, hoursAgo(1)));

        judge.defers(aSend(), Instant.parse("2026-03-17T03:00:00Z"), "cap-reached");
    }

    @Test
    @DisplayName("M-5: and how long after it says how long an answer is waited for")
    void a_sender_that_waits_longer_must_not_begin_so_late() {
        judge.document.purpose(aPurpose().cap(new Cap.Days(1, 7, false)));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1)));
        judge.now = MIDNIGHT.minusSeconds(60);
        judge.allows(aSend());

        PolicyEngine patient = new PolicyEngine(judge.document.build(), new ZoneFinder(), Duration.ofSeconds(121));
        Decision decision = patient.decide(aSend().build(), judge.facts.build(), judge.now);
        assertThat(decision.codes()).containsExactly("cap-reached");
    }

    @Test
    @DisplayName("M-5: for days a week, too, a message counts on every date that its way touched")
    void what_crossed_midnight_is_two_days() {
        judge.document.purpose(aPurpose().cap(new Cap.Days(2, 7, false)));
        judge.facts.sent(underWay(PURPOSE, MIDNIGHT.minusSeconds(1), MIDNIGHT));
        judge.now = MIDNIGHT.plusSeconds(5);
        judge.allows(aSend());

        judge.now = MIDNIGHT.plus(DAY);
        judge.defers(aSend(), Instant.parse("2026-03-17T03:00:00Z"), "cap-reached");
    }

    @Test
    void the_days_of_clock_changes_have_their_own_length() {
        judge.document.purpose(aPurpose().cap(new Cap.CalendarDay(1, false)));
        judge.facts.zone(ZoneId.of("Europe/Berlin")).sent(sent(PURPOSE, Instant.parse("2026-10-25T00:30:00Z")));
        judge.now = Instant.parse("2026-10-25T22:59:59Z");

        judge.defers(aSend(), Instant.parse("2026-10-25T23:00:00Z"), "cap-reached");
    }

    @Test
    void caps_and_quiet_hours_are_told_and_the_instant_suits_both() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)).quietHours("20:00-08:00"));
        judge.facts.sent(sent(PURPOSE, hoursAgo(11)));

        judge.defers(aSend(), TUESDAY_9.plus(Duration.ofHours(23)), "cap-reached", "quiet-hours");
    }

    @Test
    @DisplayName("S-29")
    void when_limited_deny_denies_and_says_when() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, DAY, false)).whenLimited(WhenLimited.DENY));
        judge.facts.sent(sent(PURPOSE, hoursAgo(1)));

        Decision decision = judge.denies(aSend(), "cap-reached");
        assertThat(decision.reasons().get(0).until()).isEqualTo(hoursAgo(1).plus(DAY));
    }

    @Test
    void a_cap_without_any_room_is_a_denial_and_no_endless_search() {
        for (Cap cap :
                List.of(new Cap.Rolling(0, DAY, false), new Cap.CalendarDay(0, false), new Cap.Days(0, 7, false))) {
            judge.document.purpose(aPurpose().cap(cap));
            judge.denies(aSend(), "cap-reached");
        }
    }

    @Test
    void the_horizon_is_the_longest_window() {
        assertThat(judge.document.engine().horizon()).isZero();
        judge.document
                .purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofDays(3), false)))
                .proactiveCap(new Cap.Days(2, 7, false));
        assertThat(judge.document.engine().horizon()).isEqualTo(Duration.ofDays(8));
    }
}
