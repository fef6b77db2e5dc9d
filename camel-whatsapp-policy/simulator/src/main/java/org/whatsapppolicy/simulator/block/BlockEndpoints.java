package org.whatsapppolicy.simulator.block;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;

/** What can be asked about blocked people. */
public final class BlockEndpoints {

    private BlockEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(BlockLists lists, People people, Numbers numbers) {
        return List.of(
                new BlockUsers(lists, people, numbers),
                new UnblockUsers(lists, people, numbers),
                new ListBlocked(lists, numbers));
    }
}
