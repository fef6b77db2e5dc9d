package org.whatsapppolicy.simulator.limit;

import org.jspecify.annotations.Nullable;

/**
 * How the portfolio limit is to be enforced. Immutable.
 *
 * @param people how many in 24 hours; null for what the sender's tier says
 * @param beyond what happens to one too many
 * @param strict whether people count from acceptance on, so that a burst cannot overtake its own deliveries
 */
public record Portfolio(@Nullable Long people, BeyondPortfolio beyond, boolean strict) {

    /** As many as the sender's {@code whatsapp_business_manager_messaging_limit} says; beyond it 131048 at once. */
    public static Portfolio byTier() {
        return new Portfolio(null, BeyondPortfolio.REFUSE, false);
    }

    /** That many people; beyond it 131048 at once. */
    public static Portfolio of(long people) {
        return new Portfolio(people, BeyondPortfolio.REFUSE, false);
    }

    /** With another fate for what is too much. */
    public Portfolio beyond(BeyondPortfolio other) {
        return new Portfolio(people, other, strict);
    }

    /** The same, strictly. */
    public Portfolio strictly() {
        return new Portfolio(people, beyond, true);
    }
}
