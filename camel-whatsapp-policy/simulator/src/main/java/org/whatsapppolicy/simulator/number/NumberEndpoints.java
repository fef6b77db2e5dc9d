package org.whatsapppolicy.simulator.number;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;

/** What can be asked about phone numbers. */
public final class NumberEndpoints {

    private NumberEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Numbers numbers) {
        return List.of(new ReadNumber(numbers));
    }
}
