package org.whatsapppolicy.simulator.webhook.event;

import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** An error of the app or the account that belongs to no message: {@code value.errors}. */
public record NumberErrors(SimulatedNumber number, GraphError error) implements Event {

    @Override
    public String field() {
        return "messages";
    }

    @Override
    public String kind() {
        return "errors";
    }

    @Override
    public String accountId() {
        return number.accountId();
    }

    @Override
    public void value(JsonBytes json) {
        Values.head(number, json);
        ErrorEntry.list(error, ErrorForm.FULL, json);
    }
}
