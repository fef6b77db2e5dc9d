package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The platform's note that a person's identity key changed, as with a new phone.
 *
 * @param hash of the new key
 * @param seconds when it came about, since 1970
 */
public record IdentityChange(String hash, long seconds) implements Content {

    @Override
    public String type() {
        return "system";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("system")
                .put("body", "User identity changed")
                .put("type", "customer_identity_changed")
                .end();
        json.object("identity")
                .put("acknowledged", true)
                .put("created_timestamp", Long.toString(seconds))
                .put("hash", hash)
                .end();
    }
}
