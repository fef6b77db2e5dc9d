package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A tap on a reply button of an interactive message. */
public record ReplyTap(String id, String title) implements Content {

    @Override
    public String type() {
        return "interactive";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("interactive").put("type", "button_reply");
        json.object("button_reply").put("id", id).put("title", title).end().end();
    }
}
