package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Sends a code to a number by SMS or voice; see {@link SimulatedNumber#verificationCode}. */
final class RequestCode extends NumberEndpoint {

    RequestCode(Numbers numbers) {
        super(numbers);
    }

    @Override
    public Route route() {
        return Route.post("/{number}/request_code", Scope.MANAGEMENT, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        if (!call.required("code_method").matches("SMS|VOICE")) {
            throw GraphErrors.badParameter("Param code_method must be one of {SMS, VOICE}.");
        }
        call.required("language");
        number.ownership().request(number.id());
        return Reply.success();
    }
}
