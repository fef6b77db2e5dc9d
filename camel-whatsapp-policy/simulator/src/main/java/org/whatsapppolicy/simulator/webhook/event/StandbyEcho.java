package org.whatsapppolicy.simulator.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * A message that the owner of the thread sent, as the others are told of it: {@code message_echoes}, to be wrapped in
 * {@link Standby}.
 *
 * @param message the whole body of the send
 */
public record StandbyEcho(SimulatedNumber number, String id, long seconds, JsonNode message) implements ListedEvent {

    @Override
    public String field() {
        return "messages";
    }

    @Override
    public String kind() {
        return "echo";
    }

    @Override
    public String list() {
        return "message_echoes";
    }

    @Override
    public boolean tellsContact() {
        return false;
    }

    @Override
    public void contact(JsonBytes json) {}

    @Override
    public void element(JsonBytes json) {
        json.put("id", id).put("timestamp", Long.toString(seconds)).put("message", message);
    }
}
