package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Makes a link {@code wa.me/<digits>/signup/<id>}. People who follow it consent to marketing. */
final class CreateSignup extends AccountEndpoint {

    private static final List<String> REQUIRED =
            List.of("signup_message", "confirmation_message", "privacy_policy_url");

    private final Accounts accounts;

    CreateSignup(Accounts accounts, Numbers numbers) {
        super(numbers);
        this.accounts = accounts;
    }

    @Override
    public Route route() {
        return Route.post("/{account}/signups", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        Signup.Content content = Signup.Content.of(call, Map.of());
        for (String field : REQUIRED) {
            if (!content.texts().containsKey(field)) {
                throw Signup.Content.bad(field);
            }
        }
        Signup.Content.termsAccepted(call);
        Signup signup = accounts.get(call.id()).addSignup(content);
        return Reply.of(JsonNodeFactory.instance.objectNode().put("id", signup.id()));
    }
}
