package org.whatsapppolicy.simulator.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** Where the app wants its webhooks. */
final class ReadSubscriptions extends SubscriptionEndpoint {

    private final Subscriptions subscriptions;

    ReadSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Route route() {
        return Route.get(PATTERN, Scope.APP, Operation.TOKEN);
    }

    @Override
    public Reply answer(Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        for (Subscriptions.Subscription one : subscriptions.all()) {
            ObjectNode entry = data.addObject()
                    .put("object", OBJECT)
                    .put("callback_url", one.callback().toString())
                    .put("active", true);
            ArrayNode fields = entry.putArray("fields");
            one.fields().stream()
                    .sorted()
                    .forEach(field -> fields.addObject().put("name", field).put("version", call.version()));
        }
        return Reply.of(answer);
    }
}
