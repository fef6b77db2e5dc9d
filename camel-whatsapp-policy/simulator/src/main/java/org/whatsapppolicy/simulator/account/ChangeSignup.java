package org.whatsapppolicy.simulator.account;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Changes what a signup says. */
final class ChangeSignup extends SignupEndpoint {

    ChangeSignup(Accounts accounts) {
        super(accounts);
    }

    @Override
    public Route route() {
        return Route.post("/{signup}", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    Reply answer(Call call, Account account, Signup signup) {
        Signup.Content content = Signup.Content.of(call, signup.content().texts());
        account.change(new Signup(signup.id(), content));
        return Reply.success();
    }
}
