package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.error.GraphErrors;

/** What a two-step PIN has to look like. */
final class Pin {

    private Pin() {}

    static String of(String written) {
        if (!written.matches("\\d{6}")) {
            throw GraphErrors.badParameter("Param pin must be 6 digits.");
        }
        return written;
    }
}
