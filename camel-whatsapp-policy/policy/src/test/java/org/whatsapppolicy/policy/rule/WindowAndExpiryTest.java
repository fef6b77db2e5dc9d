package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.sent;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.document.Cap;

class WindowAndExpiryTest {

    /** A window that closes, with its safety, at exactly nine. */
    private static final Instant JUST_CLOSED =
            TUESDAY_9.minus(Duration.ofHours(24)).plus(Duration.ofMinutes(5));

    private final Judge judge = new Judge();

    @Test
    @DisplayName("S-24: free-form messages need an open window")
    void denies_free_form_to_somebody_who_never_wrote() {
        judge.denies(aSend().freeForm(), "window-closed");
    }

    @Test
    @DisplayName("S-24: 24 hours from the message's own timestamp, less 5 minutes")
    void the_window_closes_five_minutes_early_to_the_instant() {
        judge.facts.inbound(JUST_CLOSED);
        judge.denies(aSend().freeForm(), "window-closed");

        judge.facts.inbound(JUST_CLOSED.plusNanos(1));
        Decision decision = judge.allows(aSend().freeForm());
        assertThat(decision.validUntil()).isEqualTo(TUESDAY_9.plusNanos(1));
        assertThat(decision.codes()).contains("answer-in-window");
        assertThat(decision.proactive()).isFalse();
    }

    @Test
    void an_inbound_from_the_far_future_opens_nothing() {
        judge.facts.inbound(TUESDAY_9.plus(Duration.ofDays(9)));

        judge.denies(aSend().freeForm(), "window-closed");
    }

    @Test
    @DisplayName("S-1, S-2: a utility template inside the window is an answer, a marketing template never")
    void what_is_proactive() {
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));

        assertThat(judge.allows(aSend()).proactive()).isFalse();
        judge.facts.marketingTemplate();
        assertThat(judge.allows(aMarketingSend()).proactive()).isTrue();
        assertThat(judge.allows(aMarketingSend().freeForm()).proactive()).isFalse();
    }

    @Test
    @DisplayName("S-5: expireAfter counts from when send took the message")
    void denies_what_expired_to_the_instant() {
        judge.document.purpose(aPurpose().expireAfter(Duration.ofDays(2)));

        judge.denies(aSend().taken(TUESDAY_9.minus(Duration.ofDays(2))), "expired");
        Decision decision =
                judge.allows(aSend().taken(TUESDAY_9.minus(Duration.ofDays(2)).plusNanos(1)));
        assertThat(decision.validUntil()).isEqualTo(TUESDAY_9.plusNanos(1));
        judge.allows(aSend());
    }

    @Test
    void the_requests_own_expiry_counts_before_the_purposes() {
        judge.document.purpose(aPurpose().expireAfter(Duration.ofDays(2)));

        judge.denies(aSend().expires(TUESDAY_9), "expired");
        judge.allows(aSend().taken(TUESDAY_9.minus(Duration.ofDays(9))).expires(TUESDAY_9.plusSeconds(1)));
    }

    @Test
    @DisplayName("S-28: what would be due past its expiry is denied at once")
    void denies_what_expires_before_it_may_go() {
        judge.document.purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofHours(24), false)));
        judge.facts.sent(sent("payment-slip", TUESDAY_9.minusSeconds(60)));
        Instant free = TUESDAY_9.minusSeconds(60).plus(Duration.ofHours(24));

        judge.denies(aSend().expires(free), "expires-before-allowed", "cap-reached");
        judge.defers(aSend().expires(free.plusNanos(1)), free, "cap-reached");
    }
}
