package org.whatsapppolicy.simulator.graph;

import java.util.List;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * One thing the Graph API can be asked for, apart from messages. A new one is one class, named in the list of its
 * package. Called on several event loops at once; must not block.
 */
public interface Endpoint {

    /** Where it is found. */
    Route route();

    /**
     * Whether the id in the path is one of its own: several endpoints may share a path, such as {@code GET /{id}}, and
     * the first that knows the id answers.
     */
    boolean knows(String id);

    /** The ids of which a token that is good for certain assets only has to name one. */
    default List<String> assets(String id) {
        return List.of(id);
    }

    /**
     * Answers.
     *
     * @throws Refused with the documented code when the platform would not do it
     */
    Reply answer(Call call);
}
