package org.whatsapppolicy.simulator.control;

import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.media.Media;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.webhook.Delivery;

/** Everything that can be looked at and moved over HTTP. */
public record Controlled(
        SimulatorClock clock,
        Ledger ledger,
        Faults faults,
        Numbers numbers,
        Templates templates,
        People people,
        Media media,
        Limits limits,
        Delivery delivery) {}
