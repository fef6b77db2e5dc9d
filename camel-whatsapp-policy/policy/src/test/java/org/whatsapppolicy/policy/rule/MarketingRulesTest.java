package org.whatsapppolicy.policy.rule;

import static org.whatsapppolicy.policy.Examples.CAROL_IN_TEXAS;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.number;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UserId;

class MarketingRulesTest {

    private final Judge judge = new Judge();

    @Test
    @DisplayName("S-32: US numbers and US user ids get no marketing")
    void denies_marketing_to_the_united_states() {
        judge.facts.marketingTemplate();

        judge.denies(aMarketingSend().to(CAROL_IN_TEXAS), "us-marketing");
        judge.denies(aMarketingSend().to(new UserId("US.1A")), "us-marketing");
        judge.denies(aMarketingSend().to(new UserId("US.ENT.1A")), "us-marketing");
    }

    @Test
    @DisplayName("S-32: Canada and the Caribbean are not meant, nor is utility")
    void allows_marketing_to_the_neighbours_and_utility_to_the_states() {
        judge.allows(aSend().to(CAROL_IN_TEXAS));
        judge.facts.marketingTemplate();
        judge.allows(aMarketingSend().to(number("+14165550123")));
        judge.allows(aMarketingSend().to(number("+18765550123")));
    }

    @Test
    @DisplayName("S-32: the preset can be switched off")
    void can_be_switched_off() {
        judge.document.usMarketingAllowed();
        judge.facts.marketingTemplate();

        judge.allows(aMarketingSend().to(CAROL_IN_TEXAS));
    }

    @Test
    @DisplayName("S-8: a store that may have forgotten opt-outs sends no marketing")
    void denies_marketing_from_a_fresh_store() {
        judge.facts.marketingNotReady();

        judge.allows(aSend());
        judge.facts.marketingTemplate();
        judge.denies(aMarketingSend(), "store-fresh");
    }
}
