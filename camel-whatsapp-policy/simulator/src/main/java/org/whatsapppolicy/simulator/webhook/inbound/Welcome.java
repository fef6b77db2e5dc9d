package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** The chat was opened for the first time: {@code request_welcome}, retired but still met. */
public record Welcome() implements Content {

    @Override
    public String type() {
        return "request_welcome";
    }

    @Override
    public void write(JsonBytes json) {}
}
