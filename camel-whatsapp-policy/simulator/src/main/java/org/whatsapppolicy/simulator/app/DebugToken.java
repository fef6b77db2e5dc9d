package org.whatsapppolicy.simulator.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;
import org.whatsapppolicy.simulator.token.TokenFacts;
import org.whatsapppolicy.simulator.token.Tokens;

/** What {@code input_token} is worth. A token that is good for nothing is told about with 200 and {@code is_valid:false}. */
final class DebugToken implements Endpoint {

    private final Tokens tokens;

    DebugToken(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Route route() {
        return Route.get("/debug_token", Scope.APP, Operation.TOKEN);
    }

    @Override
    public boolean knows(String id) {
        return true;
    }

    @Override
    public Reply answer(Call call) {
        TokenFacts facts = tokens.describe(call.required("input_token"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode data = answer.putObject("data");
        GraphError invalid = facts.invalid();
        if (invalid != null) {
            ObjectNode error =
                    data.putObject("error").put("code", invalid.code()).put("message", invalid.message());
            if (invalid.subcode() != 0) {
                error.put("subcode", invalid.subcode());
            }
            data.put("is_valid", false).putArray("scopes");
            return Reply.of(answer);
        }
        data.put("app_id", Tokens.APP_ID)
                .put("type", "SYSTEM_USER")
                .put("application", "Simulated App")
                .put("expires_at", facts.expires() == null ? 0 : facts.expires().getEpochSecond())
                .put("is_valid", true)
                .put("issued_at", facts.issued().getEpochSecond());
        ArrayNode scopes = data.putArray("scopes");
        ArrayNode granular = data.putArray("granular_scopes");
        List<String> permissions =
                facts.scopes().stream().map(Scope::permission).sorted().toList();
        for (String permission : permissions) {
            scopes.add(permission);
            ObjectNode one = granular.addObject().put("scope", permission);
            if (!facts.targets().isEmpty()) {
                ArrayNode targets = one.putArray("target_ids");
                facts.targets().stream().sorted().forEach(targets::add);
            }
        }
        scopes.add("public_profile");
        data.put("user_id", ReadMe.USER_ID);
        return Reply.of(answer);
    }
}
