package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A sticker.
 *
 * @param animated whether it moves
 */
public record Sticker(ReceivedMedia media, boolean animated) implements Content {

    @Override
    public String type() {
        return "sticker";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("sticker");
        media.write(json);
        json.put("animated", animated).end();
    }
}
