package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** Parameters that every path of Graph once took, and takes no more. Before that day they change nothing here. */
final class Withdrawn {

    private static final Instant DAY = Instant.parse("2026-10-27T00:00:00Z");
    private static final List<String> NAMES = List.of("ids", "date_format");

    private Withdrawn() {}

    static void check(ObjectNode parameters, Instant now) {
        for (String name : NAMES) {
            if (parameters.has(name) && !now.isBefore(DAY)) {
                throw GraphErrors.badParameter("Param " + name + " is not supported any more.");
            }
        }
    }
}
