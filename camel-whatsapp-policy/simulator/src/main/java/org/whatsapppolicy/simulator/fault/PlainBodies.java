package org.whatsapppolicy.simulator.fault;

import org.whatsapppolicy.simulator.error.GraphErrors;

/** What broken servers say. */
final class PlainBodies {

    static final String SOMETHING_WENT_WRONG = GraphErrors.of(131000).toJson("AFAULTYSERVER");

    static final String BAD_GATEWAY =
            "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    private PlainBodies() {}
}
