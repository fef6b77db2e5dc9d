package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The counters by which a page sees what has changed. Cheap: asked for several times a second. */
final class Pulse {

    private final Controlled simulator;
    private final PeopleInOrder people;
    private final String run = UUID.randomUUID().toString();

    Pulse(Controlled simulator, PeopleInOrder people) {
        this.simulator = simulator;
        this.people = people;
    }

    String json() {
        ObjectNode pulse = Reply.object()
                .put("run", run)
                .put("people", people.changes())
                .put("requests", simulator.ledger().count())
                .put("accepted", simulator.ledger().acceptedCount())
                .put("webhooks", simulator.ledger().latestWebhooks().count())
                .put("taken", simulator.ledger().takenWebhookCount())
                .put("lost", simulator.delivery().lost())
                .put("faults", simulator.faults().active().hashCode());
        ObjectNode clock =
                pulse.putObject("clock").put("virtual", simulator.clock().isVirtual());
        if (simulator.clock().isVirtual()) {
            clock.put("now", simulator.clock().now().toString());
        }
        return pulse.toString();
    }
}
