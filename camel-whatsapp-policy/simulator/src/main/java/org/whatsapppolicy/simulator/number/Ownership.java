package org.whatsapppolicy.simulator.number;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/** Whether somebody proved to own a number, by a code that was sent to it. */
final class Ownership {

    private String status = "VERIFIED";
    private @Nullable String code;
    private int asked;

    synchronized String status() {
        return status;
    }

    synchronized void status(String now) {
        status = now;
    }

    synchronized String request(String numberId) {
        if (status.equals("VERIFIED")) {
            throw new Refused(GraphErrors.of(136024));
        }
        asked++;
        String fresh =
                String.format(Locale.ROOT, "%06d", Math.floorMod((numberId + '#' + asked).hashCode(), 1_000_000));
        code = fresh;
        return fresh;
    }

    synchronized void verify(String given) {
        if (!given.equals(code)) {
            throw new Refused(GraphErrors.of(136025));
        }
        code = null;
        status = "VERIFIED";
    }

    synchronized @Nullable String code() {
        return code;
    }
}
