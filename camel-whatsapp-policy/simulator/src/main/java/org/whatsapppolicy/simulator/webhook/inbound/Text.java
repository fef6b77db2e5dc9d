package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A text, as written. */
public record Text(String body) implements Content {

    @Override
    public String type() {
        return "text";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("text").put("body", body).end();
    }
}
