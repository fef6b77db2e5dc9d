package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A tap on a quick-reply button of a template. */
public record ButtonTap(String payload, String text) implements Content {

    @Override
    public String type() {
        return "button";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("button").put("payload", payload).put("text", text).end();
    }
}
