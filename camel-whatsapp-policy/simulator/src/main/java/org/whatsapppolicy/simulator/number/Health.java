package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Judges whether a number can send: the {@code health_status} of its own and of everything it depends on. */
@FunctionalInterface
public interface Health {

    /** The value of {@code health_status}. */
    ObjectNode of(SimulatedNumber number);
}
