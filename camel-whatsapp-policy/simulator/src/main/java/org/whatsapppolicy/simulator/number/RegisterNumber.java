package org.whatsapppolicy.simulator.number;

import java.time.Instant;
import java.util.Set;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Registers a number, which sets its two-step PIN, or asks for the one it has. An approved new name comes into force. */
final class RegisterNumber extends NumberEndpoint {

    private static final Set<String> REGIONS =
            Set.of("AU", "ID", "IN", "JP", "SG", "KR", "DE", "CH", "GB", "BR", "BH", "ZA", "AE", "CA");

    private final SimulatorClock clock;

    RegisterNumber(Numbers numbers, SimulatorClock clock) {
        super(numbers);
        this.clock = clock;
    }

    @Override
    public Route route() {
        return Route.post("/{number}/register", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        String pin = Pin.of(call.required("pin"));
        String region = call.text("data_localization_region");
        if (region != null && !REGIONS.contains(region)) {
            throw GraphErrors.badParameter("Param data_localization_region is none of the known regions.");
        }
        if (!number.ownership().status().equals("VERIFIED")) {
            throw new Refused(GraphErrors.of(133006));
        }
        Instant now = clock.now();
        number.registration().register(now, pin);
        number.displayName().registered(now);
        number.registered(true);
        return Reply.success();
    }
}
