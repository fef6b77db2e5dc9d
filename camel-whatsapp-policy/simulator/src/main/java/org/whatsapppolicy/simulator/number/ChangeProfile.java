package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Changes the business profile. */
final class ChangeProfile extends NumberEndpoint {

    ChangeProfile(Numbers numbers) {
        super(numbers);
    }

    @Override
    public Route route() {
        return Route.post("/{number}/whatsapp_business_profile", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        number.profile().change(call);
        return Reply.success();
    }
}
