package org.whatsapppolicy.simulator.block;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Page;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.NumberEndpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.token.Scope;

/** Whom the number has blocked, page by page. */
final class ListBlocked extends NumberEndpoint {

    private final BlockLists lists;

    ListBlocked(BlockLists lists, Numbers numbers) {
        super(numbers);
        this.lists = lists;
    }

    @Override
    public Route route() {
        return Route.get("/{number}/block_users", Scope.MESSAGING, Operation.BLOCK_USERS);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        return Page.of(call, lists.of(number.id()), ListBlocked::entry);
    }

    private static ObjectNode entry(Person person) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        if (person.shownWaId() != null) {
            entry.put("wa_id", person.shownWaId());
        }
        if (person.userId() != null) {
            entry.put("user_id", person.userId());
        }
        return entry;
    }
}
