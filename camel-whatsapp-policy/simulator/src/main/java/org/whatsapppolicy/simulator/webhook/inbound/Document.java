package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A document.
 *
 * @param caption null for none
 */
public record Document(ReceivedMedia media, @Nullable String caption, String filename) implements Content {

    @Override
    public String type() {
        return "document";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("document").put("caption", caption).put("filename", filename);
        media.write(json);
        json.end();
    }
}
