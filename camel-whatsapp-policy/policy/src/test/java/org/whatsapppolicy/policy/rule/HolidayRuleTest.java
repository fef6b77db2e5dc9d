package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UserId;

@DisplayName("S-27: holidays among the quiet hours")
class HolidayRuleTest {

    /** Friday 20 November 2026 is a holiday in Brazil and a working day in Germany; noon in São Paulo. */
    private static final Instant HOLIDAY = Instant.parse("2026-11-20T15:00:00Z");

    private final Judge judge = new Judge();

    @BeforeEach
    void nights_and_holidays_are_quiet() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00", "holidays"));
        judge.now = HOLIDAY;
    }

    @Test
    void hold_until_the_next_morning() {
        judge.defers(aSend(), Instant.parse("2026-11-21T11:00:00Z"), "holiday", "quiet-hours");
    }

    @Test
    void are_those_of_the_persons_country() {
        judge.allows(aSend().to(number("+4915112345678")));
    }

    @Test
    void end_an_allow_on_their_eve() {
        judge.document.purpose(aPurpose().quietHours("holidays"));
        judge.now = Instant.parse("2026-11-19T15:00:00Z");
        assertThat(judge.allows(aSend()).validUntil()).isEqualTo(Instant.parse("2026-11-20T03:00:00Z"));
    }

    @Test
    void last_while_it_is_one_in_any_zone_of_the_country() {
        judge.document.purpose(aPurpose().quietHours("holidays"));
        judge.now = Instant.parse("2026-11-21T04:00:00Z");
        judge.allows(aSend());
        judge.defers(aSend().to(new UserId("BR.1A")), Instant.parse("2026-11-21T05:00:00Z"), "holiday");
    }

    @Test
    void of_a_country_without_a_calendar_are_a_denial() {
        judge.denies(aSend().to(number("+41781234567")), "holidays-unknown");
    }

    @Test
    void hold_nobody_where_the_document_does_not_name_them() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00"));
        judge.allows(aSend());
    }
}
