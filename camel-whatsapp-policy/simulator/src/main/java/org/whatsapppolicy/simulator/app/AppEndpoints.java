package org.whatsapppolicy.simulator.app;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.token.Tokens;

/** What can be asked about the app and its tokens. */
public final class AppEndpoints {

    private AppEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Tokens tokens) {
        return List.of(new DebugToken(tokens), new ReadMe());
    }
}
