package org.whatsapppolicy.simulator.webhook.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A message of any type with any payload, such as one nobody has documented yet, or one that lacks its object.
 *
 * @param payload the object named like the type; null leaves it out
 */
public record OtherContent(String type, @Nullable JsonNode payload) implements Content {

    @Override
    public void write(JsonBytes json) {
        if (payload != null) {
            json.put(type, payload);
        }
    }
}
