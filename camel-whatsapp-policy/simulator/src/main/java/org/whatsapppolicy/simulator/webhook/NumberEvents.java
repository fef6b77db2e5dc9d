package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.NumberListener;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Tells the account of changes to its numbers. */
public final class NumberEvents implements NumberListener {

    private final SimulatorClock clock;
    private final Delivery delivery;

    /** For the simulator. */
    public NumberEvents(SimulatorClock clock, Delivery delivery) {
        this.clock = clock;
        this.delivery = delivery;
    }

    @Override
    public void pinChanged(SimulatedNumber number) {
        tell(number, "security", "PIN_CHANGED", value -> value.put("event", "PIN_CHANGED"));
    }

    @Override
    public void nameDecided(SimulatedNumber number, String name, @Nullable String rejection) {
        String decision = rejection == null ? "APPROVED" : "REJECTED";
        tell(number, "phone_number_name_update", decision, value -> value.put("decision", decision)
                .put("requested_verified_name", name)
                .put("rejection_reason", rejection));
    }

    @Override
    public void webhooksRedirected(SimulatedNumber number, @Nullable String address) {
        // All webhooks go to the one receiver there is.
    }

    private void tell(SimulatedNumber number, String field, String kind, Consumer<ObjectNode> value) {
        if (!delivery.enabled()) {
            return;
        }
        delivery.send(
                new Event(field, kind, null, Payload.of(number.accountId(), clock.millis() / 1000, field, node -> {
                    node.put("display_phone_number", number.digits());
                    value.accept(node);
                })));
    }
}
