package org.whatsapppolicy.simulator.app;

import java.util.Set;
import java.util.TreeSet;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Callback;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Sets where the app wants its webhooks, and for which fields. The address is not asked to prove itself. */
final class Subscribe extends SubscriptionEndpoint {

    private final Subscriptions subscriptions;

    Subscribe(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Route route() {
        return Route.post(PATTERN, Scope.APP, Operation.TOKEN);
    }

    @Override
    public Reply answer(Call call) {
        if (!call.required("object").equals(OBJECT)) {
            throw GraphErrors.badParameter("Param object must be " + OBJECT + ".");
        }
        call.required("verify_token");
        Set<String> fields = new TreeSet<>();
        for (String field : call.required("fields").split("[\\[\\]\",\\s]+", -1)) {
            if (!field.isEmpty()) {
                fields.add(field);
            }
        }
        subscriptions.replace(
                new Subscriptions.Subscription(Callback.of(call.required("callback_url"), "callback_url"), fields));
        return Reply.success();
    }
}
