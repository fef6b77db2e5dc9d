package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.FieldList;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** The business profile. */
final class ReadProfile extends NumberEndpoint {

    ReadProfile(Numbers numbers) {
        super(numbers);
    }

    @Override
    public Route route() {
        return Route.get("/{number}/whatsapp_business_profile", Scope.ANY, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("data").add(number.profile().read(FieldList.of(call.text("fields"), BusinessProfile.FIELDS)));
        return Reply.of(answer);
    }
}
