package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A film.
 *
 * @param caption null for none
 */
public record Video(ReceivedMedia media, @Nullable String caption) implements Content {

    @Override
    public String type() {
        return "video";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("video").put("caption", caption);
        media.write(json);
        json.end();
    }
}
