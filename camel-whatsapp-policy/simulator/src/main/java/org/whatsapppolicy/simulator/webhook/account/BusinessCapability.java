package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * What the business may do changed: {@code business_capability_update}.
 *
 * @param tier the limit as a name; null for the other forms
 * @param dailyConversations the limit as a number; null for the other forms
 * @param perPhone the older limit, by phone number
 */
public record BusinessCapability(
        String accountId,
        @Nullable String tier,
        @Nullable Long dailyConversations,
        @Nullable Long perPhone,
        @Nullable Integer numbersPerBusiness,
        @Nullable Integer numbersPerAccount)
        implements Event {

    /** The messaging limit is now that tier, such as {@code TIER_10K}. */
    public static BusinessCapability tier(String accountId, String tier) {
        return new BusinessCapability(accountId, tier, null, null, null, 25);
    }

    /** The limit as a number, which the platform's own sample shows. */
    public static BusinessCapability number(String accountId, long people) {
        return new BusinessCapability(accountId, null, people, null, null, 25);
    }

    /** The older form, by phone number; -1 for no limit. */
    public static BusinessCapability perPhone(String accountId, long people, int numbersPerBusiness) {
        return new BusinessCapability(accountId, null, null, people, numbersPerBusiness, null);
    }

    @Override
    public String field() {
        return "business_capability_update";
    }

    @Override
    public String kind() {
        return "capability";
    }

    @Override
    public void value(JsonBytes json) {
        if (dailyConversations != null) {
            json.put("max_daily_conversations_per_business", dailyConversations);
        } else {
            json.put("max_daily_conversations_per_business", tier);
        }
        if (perPhone != null) {
            json.put("max_daily_conversation_per_phone", perPhone);
        }
        if (numbersPerBusiness != null) {
            json.put("max_phone_numbers_per_business", numbersPerBusiness);
        }
        if (numbersPerAccount != null) {
            json.put("max_phone_numbers_per_waba", numbersPerAccount);
        }
    }
}
