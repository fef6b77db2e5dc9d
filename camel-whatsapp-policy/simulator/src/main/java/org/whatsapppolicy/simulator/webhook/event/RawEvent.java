package org.whatsapppolicy.simulator.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * Whatever a test wants to tell, such as a field nobody has documented yet.
 *
 * @param number null for an event of the account
 * @param value the whole value; metadata are added to it for an event of a number that has none
 */
public record RawEvent(String accountId, @Nullable SimulatedNumber number, String field, JsonNode value)
        implements Event {

    /** An event of a number. */
    public static RawEvent ofNumber(SimulatedNumber number, String field, JsonNode value) {
        return new RawEvent(number.accountId(), number, field, value);
    }

    /** An event of an account. */
    public static RawEvent ofAccount(String accountId, String field, JsonNode value) {
        return new RawEvent(accountId, null, field, value);
    }

    @Override
    public String kind() {
        return field;
    }

    @Override
    public void value(JsonBytes json) {
        if (number != null && !value.has("metadata")) {
            Values.head(number, json);
        }
        json.putAll(value);
    }
}
