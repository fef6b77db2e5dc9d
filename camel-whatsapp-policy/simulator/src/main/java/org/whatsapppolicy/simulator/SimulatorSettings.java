package org.whatsapppolicy.simulator;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.message.ClosedWindow;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.StatusDelays;

/** What a builder has gathered. */
record SimulatorSettings(
        int port,
        SimulatorClock clock,
        List<String> tokens,
        List<DeclaredNumber> numbers,
        List<SimulatedTemplate> templates,
        @Nullable URI webhookUrl,
        String appSecret,
        int webhookBound,
        StatusDelays delays,
        ClosedWindow closedWindow,
        long userIdSeed) {

    /** A number as the builder was told of it. */
    record DeclaredNumber(String id, String display, String account) {}
}
