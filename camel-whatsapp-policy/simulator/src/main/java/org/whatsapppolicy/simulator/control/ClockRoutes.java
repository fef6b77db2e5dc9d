package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** The time the simulator lives by. */
final class ClockRoutes {

    private final SimulatorClock clock;

    ClockRoutes(Controlled simulator) {
        this.clock = simulator.clock();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/clock", "what time it is, and whether it can be moved", ask -> Reply.of(now())),
                Route.post(
                        "/clock",
                        "moves a virtual clock on: `{\"advance\":\"PT1H\"}` or `{\"set\":\"2026-11-26T09:00:00Z\"}`",
                        this::move));
    }

    private Reply move(Ask ask) {
        String target = ask.textOrNull("set");
        Duration step = target == null
                ? Duration.parse(ask.text("advance"))
                : Duration.between(clock.now(), Instant.parse(target));
        clock.advance(step);
        return Reply.of(now());
    }

    private ObjectNode now() {
        return Reply.object().put("now", clock.now().toString()).put("virtual", clock.isVirtual());
    }
}
