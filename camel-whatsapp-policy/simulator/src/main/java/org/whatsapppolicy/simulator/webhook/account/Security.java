package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The two-step PIN of a number was changed or is asked for: {@code security}.
 *
 * @param displayNumber in digits
 * @param event {@code PIN_CHANGED}, {@code PIN_RESET_REQUEST} or {@code PIN_REQUEST_SUCCESS}
 * @param requester the user who asks, for the request only
 */
public record Security(
        String accountId,
        String displayNumber,
        String event,
        @Nullable String requester) implements Event {

    @Override
    public String field() {
        return "security";
    }

    @Override
    public String kind() {
        return event;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("display_phone_number", displayNumber).put("event", event).put("requester", requester);
    }
}
