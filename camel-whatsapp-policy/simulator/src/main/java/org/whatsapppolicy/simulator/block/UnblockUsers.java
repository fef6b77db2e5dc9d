package org.whatsapppolicy.simulator.block;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.token.Scope;

/** Unblocks people, whenever they last wrote. */
final class UnblockUsers extends BlockEndpoint {

    UnblockUsers(BlockLists lists, People people, Numbers numbers) {
        super(lists, people, numbers, "removed_users");
    }

    @Override
    public Route route() {
        return Route.delete("/{number}/block_users", Scope.MESSAGING, Operation.BLOCK_USERS);
    }

    @Override
    void before(BlockLists blockLists, SimulatedNumber number, int users) {
        // There is always room to take somebody off.
    }

    @Override
    @Nullable
    GraphError change(BlockLists blockLists, SimulatedNumber number, @Nullable Person person) {
        if (person != null) {
            blockLists.unblock(number.id(), person);
        }
        return null;
    }
}
