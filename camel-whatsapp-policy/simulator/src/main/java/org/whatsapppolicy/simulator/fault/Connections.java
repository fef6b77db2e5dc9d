package org.whatsapppolicy.simulator.fault;

/** The listening port, as far as faults are concerned. Both calls block until done. */
public interface Connections {

    /** Closes the port and every open connection: connecting is refused from now on. */
    void refuse();

    /** Listens again on the same port. */
    void accept();
}
