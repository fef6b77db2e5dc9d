package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.sent;
import static org.whatsapppolicy.policy.Examples.someFacts;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;

class PolicyEngineTest {

    @Test
    void allows_what_the_person_agreed_to_and_says_what_it_rests_on() {
        Decision decision =
                aDocument().engine().decide(aSend().build(), someFacts().build(), TUESDAY_9);

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decision.codes()).containsExactly("consent", "basis");
        assertThat(decision.proactive()).isTrue();
    }

    @Test
    void allows_marketing_with_an_approved_template() {
        Decision decision = aDocument()
                .engine()
                .decide(
                        aMarketingSend().build(),
                        someFacts().marketingTemplate().build(),
                        TUESDAY_9);

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void defers_to_the_instant_at_which_the_cap_has_room() {
        Decision decision = aDocument()
                .purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofHours(24), false)))
                .engine()
                .decide(
                        aSend().build(),
                        someFacts()
                                .sent(sent("payment-slip", TUESDAY_9.minus(Duration.ofHours(3))))
                                .build(),
                        TUESDAY_9);

        assertThat(decision.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(decision.notBefore()).isEqualTo(TUESDAY_9.plus(Duration.ofHours(21)));
    }
}
