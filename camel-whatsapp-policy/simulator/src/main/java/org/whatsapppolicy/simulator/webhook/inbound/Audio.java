package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A sound.
 *
 * @param voice whether it was recorded in the chat
 */
public record Audio(ReceivedMedia media, boolean voice) implements Content {

    @Override
    public String type() {
        return "audio";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("audio");
        media.write(json);
        json.put("voice", voice).end();
    }
}
