package org.whatsapppolicy.simulator.control;

import java.util.List;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.webhook.DeliveryFaults;

/** Beginning anew without a new process. */
final class StateRoutes {

    private final Controlled simulator;
    private final PeopleInOrder people;

    StateRoutes(Controlled simulator, PeopleInOrder people) {
        this.simulator = simulator;
        this.people = people;
    }

    List<Route> routes() {
        return List.of(Route.delete(
                "/state",
                "forgets people, chats, media and the ledger; ends all faults and limits. Numbers, templates, tokens and"
                        + " the clock stay",
                this::reset));
    }

    private Reply reset(Ask ask) {
        simulator.faults().clear();
        Limits unused = simulator.limits().none();
        DeliveryFaults unusedFaults = simulator.webhooks().faults().clear();
        simulator.people().clear();
        simulator.media().clear();
        simulator.ledger().clear();
        people.changed();
        return Reply.done();
    }
}
