package org.whatsapppolicy.simulator.block;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.token.Scope;

/** Blocks people, each of whom has to have written within the last 24 hours. */
final class BlockUsers extends BlockEndpoint {

    BlockUsers(BlockLists lists, People people, Numbers numbers) {
        super(lists, people, numbers, "added_users");
    }

    @Override
    public Route route() {
        return Route.post("/{number}/block_users", Scope.MESSAGING, Operation.BLOCK_USERS);
    }

    @Override
    void before(BlockLists blockLists, SimulatedNumber number, int users) {
        blockLists.checkRoom(number.id(), users);
    }

    @Override
    @Nullable
    GraphError change(BlockLists blockLists, SimulatedNumber number, @Nullable Person person) {
        if (person == null || !(person.windowOpen(number.id()) || person.isShutOut(number.id()))) {
            return GraphErrors.of(131047);
        }
        blockLists.block(number.id(), person);
        return null;
    }
}
