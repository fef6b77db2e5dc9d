package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The answer to the question whether the business may call.
 *
 * @param until when the permission ends, in seconds since 1970; null with a refusal
 */
public record CallPermission(boolean accepted, @Nullable Long until) implements Content {

    @Override
    public String type() {
        return "interactive";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("interactive").put("type", "call_permission_reply");
        json.object("call_permission_reply").put("response", accepted ? "accept" : "reject");
        if (until != null) {
            json.put("expiration_timestamp", until);
        }
        json.put("response_source", "user_action").end().end();
    }
}
