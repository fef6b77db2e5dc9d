package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The business reached a price by volume: {@code volume_tier_info}.
 *
 * @param category {@code UTILITY} or {@code AUTHENTICATION}
 * @param tier from and to, such as {@code 25000001:50000000}
 * @param month such as {@code 2026-11}
 */
public record VolumeTier(long seconds, String category, String tier, String month, String region)
        implements AccountUpdate.Detail {

    @Override
    public void write(JsonBytes json) {
        json.object("volume_tier_info")
                .put("tier_update_time", seconds)
                .put("pricing_category", category)
                .put("tier", tier)
                .put("effective_month", month)
                .put("region", region)
                .end();
    }
}
