package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * An emoji on a message.
 *
 * @param emoji null when it is taken back
 */
public record Reaction(String messageId, @Nullable String emoji) implements Content {

    @Override
    public String type() {
        return "reaction";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("reaction").put("message_id", messageId).put("emoji", emoji).end();
    }
}
