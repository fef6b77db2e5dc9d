package org.whatsapppolicy.simulator.quality;

import java.time.Instant;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.template.StoredTemplate;

/** Hears of judgements that the platform announces by webhook. Must neither block nor throw. */
public interface QualityEvents {

    /** A template has another score. */
    void scored(StoredTemplate template, String before, String now);

    /** A number has another status: FLAGGED, RESTRICTED or CONNECTED. Not told by webhook. */
    void became(SimulatedNumber number, String status);

    /** A number stayed low for seven days and may write to nobody until then. */
    void restricted(SimulatedNumber number, Instant until);
}
