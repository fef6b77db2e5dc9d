package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;
import org.whatsapppolicy.simulator.token.Tokens;

/** The apps that hear of the account by webhook: the one there is, or none. */
final class ReadSubscribedApps extends AccountEndpoint {

    private final Accounts accounts;

    ReadSubscribedApps(Accounts accounts, Numbers numbers) {
        super(numbers);
        this.accounts = accounts;
    }

    @Override
    public Route route() {
        return Route.get("/{account}/subscribed_apps", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        if (accounts.get(call.id()).subscribed()) {
            data.addObject()
                    .putObject("whatsapp_business_api_data")
                    .put("link", "https://www.facebook.com/games/?app_id=" + Tokens.APP_ID)
                    .put("name", "Simulated App")
                    .put("id", Tokens.APP_ID);
        }
        return Reply.of(answer);
    }
}
