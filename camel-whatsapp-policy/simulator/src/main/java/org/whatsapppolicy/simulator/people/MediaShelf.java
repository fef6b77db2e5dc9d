package org.whatsapppolicy.simulator.people;

import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;

/** Where files that people send lie until the business fetches them. Must be safe for use by several threads. */
@FunctionalInterface
public interface MediaShelf {

    /** Keeps a file for that number of the business. */
    ReceivedMedia keep(SimulatedNumber number, String mimeType, byte[] bytes);
}
