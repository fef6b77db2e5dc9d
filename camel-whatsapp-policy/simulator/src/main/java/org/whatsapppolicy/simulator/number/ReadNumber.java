package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** The number's fields. */
final class ReadNumber extends NumberEndpoint {

    private final NumberFields fields;

    ReadNumber(Numbers numbers, NumberFields fields) {
        super(numbers);
        this.fields = fields;
    }

    @Override
    public Route route() {
        return Route.get("/{number}", Scope.ANY, Operation.READ_NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        return Reply.of(fields.of(number, call.text("fields")));
    }
}
