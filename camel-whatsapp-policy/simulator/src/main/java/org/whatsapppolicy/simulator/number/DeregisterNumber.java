package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Takes a number off the Cloud API: sends answer 133010 until it is registered again. */
final class DeregisterNumber extends NumberEndpoint {

    private final SimulatorClock clock;

    DeregisterNumber(Numbers numbers, SimulatorClock clock) {
        super(numbers);
        this.clock = clock;
    }

    @Override
    public Route route() {
        return Route.post("/{number}/deregister", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        number.registration().deregister(clock.now());
        number.registered(false);
        return Reply.success();
    }
}
