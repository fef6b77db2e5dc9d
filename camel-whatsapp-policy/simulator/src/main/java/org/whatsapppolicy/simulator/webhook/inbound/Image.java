package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A picture.
 *
 * @param caption null for none
 */
public record Image(ReceivedMedia media, @Nullable String caption) implements Content {

    @Override
    public String type() {
        return "image";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("image").put("caption", caption);
        media.write(json);
        json.end();
    }
}
