package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;
import org.whatsapppolicy.simulator.webhook.event.ListedEvent;

/** A file of the history, told after the history itself: {@code messages} under the field {@code history}. */
public record LateMedia(InboundMessage message) implements ListedEvent {

    @Override
    public String field() {
        return "history";
    }

    @Override
    public String kind() {
        return message.kind();
    }

    @Override
    public String id() {
        return message.id();
    }

    @Override
    public SimulatedNumber number() {
        return message.number();
    }

    @Override
    public String list() {
        return "messages";
    }

    @Override
    public boolean tellsContact() {
        return false;
    }

    @Override
    public void contact(JsonBytes json) {}

    @Override
    public void element(JsonBytes json) {
        message.element(json);
    }
}
