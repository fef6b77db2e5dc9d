package org.whatsapppolicy.simulator.pricing;

import org.jspecify.annotations.Nullable;

/**
 * What statuses say about the price of a message.
 *
 * @param type regular, free_customer_service or free_entry_point
 * @param category service, marketing, marketing_lite, utility, authentication or referral_conversion
 * @param entryPointEnds when the free entry point ends, in seconds since 1970; null outside one
 */
public record Price(
        boolean billable,
        String type,
        String category,
        @Nullable Long entryPointEnds) {

    static Price regular(String category) {
        return new Price(true, "regular", category, null);
    }

    static Price freeInWindow(String category) {
        return new Price(false, "free_customer_service", category, null);
    }

    static Price freeEntryPoint(long endsMillis) {
        return new Price(false, "free_entry_point", "referral_conversion", endsMillis / 1_000);
    }
}
