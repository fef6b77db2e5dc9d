package org.whatsapppolicy.simulator.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.FieldList;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** The system user behind a token; all tokens have the same. */
final class ReadMe implements Endpoint {

    static final String USER_ID = "122000000000000001";

    @Override
    public Route route() {
        return Route.get("/me", Scope.ANY, Operation.TOKEN);
    }

    @Override
    public boolean knows(String id) {
        return true;
    }

    @Override
    public Reply answer(Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String field : FieldList.of(call.text("fields"), List.of("name", "id"))) {
            switch (field) {
                case "id" -> answer.put(field, USER_ID);
                case "name" -> answer.put(field, "Simulated User");
                default -> throw GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
            }
        }
        return Reply.of(answer.put("id", USER_ID));
    }
}
