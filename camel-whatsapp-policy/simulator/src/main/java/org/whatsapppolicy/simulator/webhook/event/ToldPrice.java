package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;

/**
 * What a status says about the price of a message.
 *
 * @param billable whether it is charged for
 * @param model {@code PMP}, per message, or {@code CBP}, per conversation, as before July 2025
 * @param type {@code regular}, {@code free_customer_service}, {@code free_entry_point} or {@code
 *     free_group_customer_service}; null under the old model
 * @param category {@code service}, {@code utility}, {@code marketing}, {@code marketing_lite}, {@code authentication},
 *     {@code authentication-international}, {@code referral_conversion}, {@code group_service}, {@code group_utility},
 *     {@code group_marketing} or {@code general_purpose_ai}
 */
public record ToldPrice(
        boolean billable, String model, @Nullable String type, String category) {

    private static final ToldPrice FREE_SERVICE = new ToldPrice(false, "PMP", "free_customer_service", "service");
    private static final ToldPrice FREE_ENTRY_POINT =
            new ToldPrice(false, "PMP", "free_entry_point", "referral_conversion");
    private static final ToldPrice FREE_GROUP_SERVICE =
            new ToldPrice(false, "PMP", "free_group_customer_service", "group_service");

    /** A message charged for under that category. */
    public static ToldPrice regular(String category) {
        return new ToldPrice(true, "PMP", "regular", category);
    }

    /** A message that is free inside the service window: free-form, or a template of that category. */
    public static ToldPrice freeInWindow(String category) {
        return category.equals("service")
                ? FREE_SERVICE
                : new ToldPrice(false, "PMP", "free_customer_service", category);
    }

    /** A message within the 72 hours after an answer to somebody who came from an ad. */
    public static ToldPrice freeEntryPoint() {
        return FREE_ENTRY_POINT;
    }

    /** A free-form message to a group inside its window. */
    public static ToldPrice freeInGroupWindow() {
        return FREE_GROUP_SERVICE;
    }

    /** The model before July 2025, which knows no type. */
    public static ToldPrice perConversation(String category) {
        return new ToldPrice(true, "CBP", null, category);
    }

    void write(JsonBytes json) {
        json.object("pricing")
                .put("billable", billable)
                .put("pricing_model", model)
                .put("type", type)
                .put("category", category)
                .end();
    }
}
