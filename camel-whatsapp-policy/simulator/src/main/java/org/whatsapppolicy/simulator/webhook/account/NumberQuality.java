package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A number joined the platform or its throughput was raised: {@code phone_number_quality_update}. Despite its name it no longer tells
 * quality; older events do.
 *
 * @param displayNumber in digits
 * @param event {@code ONBOARDING} or {@code THROUGHPUT_UPGRADE}; in older times {@code FLAGGED}, {@code UNFLAGGED},
 *     {@code UPGRADE} or {@code DOWNGRADE}
 * @param tier {@code TIER_50} to {@code TIER_UNLIMITED} or {@code TIER_NOT_SET}; null in the older form
 */
public record NumberQuality(
        String accountId,
        String displayNumber,
        String event,
        @Nullable String tier,
        @Nullable String oldLimit,
        @Nullable String currentLimit)
        implements Event {

    /** The throughput was raised, or the number joined, at that tier. */
    public static NumberQuality of(String accountId, String displayNumber, String event, String tier) {
        return new NumberQuality(accountId, displayNumber, event, tier, null, null);
    }

    /** The older form: flagged, unflagged, upgraded or downgraded. */
    public static NumberQuality limit(
            String accountId, String displayNumber, String event, String oldLimit, String currentLimit) {
        return new NumberQuality(accountId, displayNumber, event, null, oldLimit, currentLimit);
    }

    @Override
    public String field() {
        return "phone_number_quality_update";
    }

    @Override
    public String kind() {
        return event;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("display_phone_number", displayNumber)
                .put("event", event)
                .put("max_daily_conversations_per_business", tier)
                .put("old_limit", oldLimit)
                .put("current_limit", currentLimit);
    }
}
