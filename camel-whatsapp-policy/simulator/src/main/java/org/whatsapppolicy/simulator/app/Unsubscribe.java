package org.whatsapppolicy.simulator.app;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Ends all webhooks of the app. */
final class Unsubscribe extends SubscriptionEndpoint {

    private final Subscriptions subscriptions;

    Unsubscribe(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Route route() {
        return Route.delete(PATTERN, Scope.APP, Operation.TOKEN);
    }

    @Override
    public Reply answer(Call call) {
        subscriptions.clear();
        return Reply.success();
    }
}
