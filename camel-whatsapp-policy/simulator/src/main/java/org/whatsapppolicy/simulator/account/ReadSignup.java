package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** What a signup says. */
final class ReadSignup extends SignupEndpoint {

    ReadSignup(Accounts accounts) {
        super(accounts);
    }

    @Override
    public Route route() {
        return Route.get("/{signup}", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    Reply answer(Call call, Account account, Signup signup) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        signup.content().texts().forEach(answer::put);
        return Reply.of(answer.put("id", signup.id()));
    }
}
