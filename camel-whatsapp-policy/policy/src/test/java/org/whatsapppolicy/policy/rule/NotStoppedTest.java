package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.document.WhenLimited;
import org.whatsapppolicy.policy.message.TextMessage;

@DisplayName("What an operator stopped is held until it is resumed")
class NotStoppedTest {

    private static final Instant LATER = TUESDAY_9.plus(Duration.ofHours(1));

    private final Judge judge = new Judge();

    static List<String> scopes() {
        return List.of(Stop.ALL, Stop.purpose(PURPOSE), Stop.sender("billing"), Stop.template(PURPOSE));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void by_whatever_it_belongs_to(String scope) {
        judge.facts.stopped(scope);

        judge.defers(aSend(), LATER, "stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose:other", "sender:other", "template:other", "purpose", "sender:"})
    void and_nothing_else(String scope) {
        judge.facts.stopped(scope);

        judge.allows(aSend());
    }

    @Test
    @DisplayName("a template that would go instead of a free-form message is stopped as any other")
    void a_fallback_template_too() {
        judge.facts.stopped(Stop.template(PURPOSE));
        var letter = aSend().content(TextMessage.of("Your slip is due")
                .content()
                .orElse(aSend().build().content()));

        judge.defers(letter, LATER, "stopped");
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));
        judge.allows(letter);
    }

    @Test
    void an_answer_too() {
        judge.facts.stopped(Stop.ALL).inbound(TUESDAY_9.minus(Duration.ofHours(1)));

        judge.defers(aSend(), LATER, "stopped");
    }

    @Test
    void whatever_the_purpose_says_of_limits() {
        judge.document.purpose(aPurpose().whenLimited(WhenLimited.DENY));
        judge.facts.stopped(Stop.ALL);

        judge.defers(aSend(), LATER, "stopped");
    }

    @Test
    @DisplayName("S-28: until just before its expiry, however soon that is, and no longer")
    void not_past_its_expiry() {
        judge.facts.stopped(Stop.ALL);

        judge.defers(aSend().expires(LATER), LATER.minusSeconds(1), "stopped");
        judge.defers(aSend().expires(TUESDAY_9.plusSeconds(5)), TUESDAY_9.plusSeconds(4), "stopped");
        assertThat(judge.denies(aSend().expires(TUESDAY_9.plusSeconds(1)), "expires-before-allowed", "stopped")
                        .notBefore())
                .isNull();
    }

    @Test
    @DisplayName(
            "S-28: quiet hours that begin before the clock looks again deny nothing that a resume may bring back sooner")
    void whatever_would_hold_it_in_an_hour() {
        judge.document.purpose(aPurpose().quietHours("09:30-20:00"));
        judge.facts.stopped(Stop.ALL);

        judge.defers(aSend().expires(TUESDAY_9.plus(Duration.ofHours(3))), LATER, "stopped");
    }
}
