package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;

/**
 * The conversation a status belongs to. From version 24 on the platform tells it for free entry points only, and for
 * groups.
 *
 * @param id 32 hexadecimal digits
 * @param expiration when it ends, in seconds since 1970; null where that is not told
 * @param origin {@code referral_conversion}, {@code service}, {@code utility}, {@code group_marketing}, ...
 */
public record Conversation(String id, @Nullable Long expiration, String origin) {

    void write(JsonBytes json) {
        json.object("conversation").put("id", id);
        if (expiration != null) {
            json.put("expiration_timestamp", Long.toString(expiration));
        }
        json.object("origin").put("type", origin).end().end();
    }
}
