package org.whatsapppolicy.simulator.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                        "JSON lines; ?recipient= &operation= &accepted= &from= &to= (ISO instants) narrow it down",
                        this::read),
                Route.delete("/ledger", "forgets it", ask -> {
                    simulator.ledger().clear();
                    return Reply.done();
                }));
    }

    private Reply read(Ask ask) {
        String accepted = ask.inQuery("accepted");
        LedgerQuery query = new LedgerQuery(
                ask.inQuery("recipient"),
                ask.inQuery("operation"),
                instant(ask.inQuery("from")),
                instant(ask.inQuery("to")),
                accepted == null ? null : Boolean.valueOf(accepted));
        return new Reply.Lines(query.lines(simulator.ledger()).iterator());
    }

    private static @Nullable Instant instant(@Nullable String written) {
        return written == null ? null : Instant.parse(written);
    }
}
