package org.whatsapppolicy.simulator.webhook.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * What is told while another app or Meta's agent owns the thread: the same lists, one level deeper, under the field
 * {@code standby}. Always goes to the URL of the app, whatever overrides there are.
 */
public record Standby(ListedEvent inner) implements Event {

    @Override
    public String field() {
        return "standby";
    }

    @Override
    public String kind() {
        return inner.kind();
    }

    @Override
    public @Nullable String id() {
        return inner.id();
    }

    @Override
    public String accountId() {
        return inner.accountId();
    }

    @Override
    public @Nullable SimulatedNumber number() {
        return inner.number();
    }

    @Override
    public void value(JsonBytes json) {
        Values.head(inner.number(), json);
        json.object("standby");
        Values.lists(List.of(inner), json);
        inner.beside(json);
        json.end();
    }
}
