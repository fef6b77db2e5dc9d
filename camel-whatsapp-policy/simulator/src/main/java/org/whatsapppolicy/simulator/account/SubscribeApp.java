package org.whatsapppolicy.simulator.account;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Lets the app hear of the account by webhook. */
final class SubscribeApp extends AccountEndpoint {

    private final Accounts accounts;

    SubscribeApp(Accounts accounts, Numbers numbers) {
        super(numbers);
        this.accounts = accounts;
    }

    @Override
    public Route route() {
        return Route.post("/{account}/subscribed_apps", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        accounts.get(call.id()).subscribed(true);
        return Reply.success();
    }
}
