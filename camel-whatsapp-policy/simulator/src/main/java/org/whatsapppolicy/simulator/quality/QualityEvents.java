package org.whatsapppolicy.simulator.quality;

import java.time.Instant;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Hears of judgements on numbers. Must neither block nor throw. */
public interface QualityEvents {

    /** A number has another status: FLAGGED, RESTRICTED or CONNECTED. Not told by webhook. */
    void became(SimulatedNumber number, String status);

    /** A number stayed low for seven days and may write to nobody until then. */
    void restricted(SimulatedNumber number, Instant until);
}
