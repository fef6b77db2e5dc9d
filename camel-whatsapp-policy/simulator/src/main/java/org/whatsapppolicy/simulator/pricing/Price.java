package org.whatsapppolicy.simulator.pricing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Conversation;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;

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

    /** As statuses tell it. */
    public ToldPrice told() {
        return new ToldPrice(billable, "PMP", type, category);
    }

    /** The conversation that statuses tell with it: that of the free entry point, and no other since version 24. */
    public @Nullable Conversation conversation(String phoneNumberId, String person) {
        if (entryPointEnds == null) {
            return null;
        }
        String name = phoneNumberId + "/" + person + "/" + entryPointEnds;
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new Conversation(id, entryPointEnds, "referral_conversion");
    }
}
