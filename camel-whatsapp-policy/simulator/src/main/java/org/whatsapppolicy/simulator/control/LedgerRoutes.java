package org.whatsapppolicy.simulator.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.ledger.LedgerQuery;

/** What was asked, answered and delivered. */
final class LedgerRoutes {

    private final Controlled simulator;

    LedgerRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/ledger",
                        "JSON lines, requests then webhooks; requests alone by ?to= &operation= &since= &until= &accepted="
                                + " &type= &template= &code= &wamid= and more",
                        this::read),
                Route.delete("/ledger", "forgets it", ask -> {
                    simulator.ledger().clear();
                    return Reply.done();
                }));
    }

    private Reply read(Ask ask) {
        Map<String, String> conditions = new HashMap<>();
        ask.query().forEach(conditions::put);
        Stream<String> lines = conditions.isEmpty()
                ? simulator.ledger().lines()
                : Ledger.lines(LedgerQuery.of(simulator.ledger(), conditions));
        return new Reply.Lines(lines.iterator());
    }
}
