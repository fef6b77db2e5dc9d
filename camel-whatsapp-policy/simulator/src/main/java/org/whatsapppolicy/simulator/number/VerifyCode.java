package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Proves to own a number by the code that was sent to it. */
final class VerifyCode extends NumberEndpoint {

    VerifyCode(Numbers numbers) {
        super(numbers);
    }

    @Override
    public Route route() {
        return Route.post("/{number}/verify_code", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        number.ownership().verify(call.required("code").replace("-", ""));
        return Reply.success();
    }
}
