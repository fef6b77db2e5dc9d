package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Settings of a number: the two-step PIN, a new display name, and another address for its webhooks. */
final class ChangeNumber extends NumberEndpoint {

    private static final Duration NAME_REVIEW = Duration.ofMinutes(1);
    private static final int SHORTEST_NAME = 3;

    private final SimulatorClock clock;
    private final NumberListener listener;

    ChangeNumber(Numbers numbers, SimulatorClock clock, NumberListener listener) {
        super(numbers);
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Route route() {
        return Route.post("/{number}", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        String pin = call.text("pin");
        String name = call.text("new_display_name");
        JsonNode webhook = call.parameters().path("webhook_configuration");
        if (pin == null && name == null && !webhook.isObject()) {
            throw GraphErrors.badParameter(
                    "Nothing to change: pin, new_display_name or webhook_configuration expected.");
        }
        if (pin != null) {
            number.registration().pin(Pin.of(pin));
            listener.pinChanged(number);
        }
        if (name != null) {
            rename(number, name.trim());
        }
        if (webhook.isObject()) {
            redirect(number, webhook);
        }
        return Reply.success();
    }

    private void rename(SimulatedNumber number, String name) {
        if (name.length() < SHORTEST_NAME) {
            throw GraphErrors.badParameter("Param new_display_name must be at least 3 characters long.");
        }
        number.displayName().ask(clock.now(), name);
        clock.schedule(NAME_REVIEW, () -> {
            Instant now = clock.now();
            String rejection = number.nameRejection();
            if (number.displayName().decide(now, name, rejection == null)) {
                listener.nameDecided(number, name, rejection);
            }
        });
    }

    private void redirect(SimulatedNumber number, JsonNode webhook) {
        String address = webhook.path("override_callback_uri").asText("");
        if (!address.isEmpty() && !address.matches("https?://.+")) {
            throw GraphErrors.badParameter("Param override_callback_uri must be an address.");
        }
        @Nullable String other = address.isEmpty() ? null : address;
        number.webhookOverride(other);
        listener.webhooksRedirected(number, other);
    }
}
