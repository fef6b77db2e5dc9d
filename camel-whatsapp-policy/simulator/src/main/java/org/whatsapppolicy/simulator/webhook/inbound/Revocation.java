package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A message deleted for everybody by the person who wrote it. */
public record Revocation(String originalMessageId) implements Content {

    @Override
    public String type() {
        return "revoke";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("revoke").put("original_message_id", originalMessageId).end();
    }
}
