package org.whatsapppolicy.simulator.limit;

import java.util.Arrays;

/** The steps of the portfolio limit, as numbers tell them in {@code whatsapp_business_manager_messaging_limit}. */
public enum Tier {
    /** An old value that may still occur. */
    TIER_50(50),
    /** Where everybody begins. */
    TIER_250(250),
    /** An old value that may still occur. */
    TIER_1K(1_000),
    /** After verification, or 2,000 people reached in 30 days. */
    TIER_2K(2_000),
    /** Raised from 2,000. */
    TIER_10K(10_000),
    /** Raised from 10,000. */
    TIER_100K(100_000),
    /** No end to it. */
    TIER_UNLIMITED(Long.MAX_VALUE);

    private final long people;

    Tier(long people) {
        this.people = people;
    }

    /** How many people may be written to in 24 hours. */
    public long people() {
        return people;
    }

    /** The next step on the way up; itself at the end. */
    Tier next() {
        return switch (this) {
            case TIER_50, TIER_250, TIER_1K -> TIER_2K;
            case TIER_2K -> TIER_10K;
            case TIER_10K -> TIER_100K;
            case TIER_100K, TIER_UNLIMITED -> TIER_UNLIMITED;
        };
    }

    /** The tier of that name; no limit for a name nobody knows. */
    static Tier of(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElse(TIER_UNLIMITED);
    }
}
