package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.Asked;

/** Decides, writes it down and answers, or plays the fault that is due. */
final class Answering {

    private final Platform platform;
    private final FaultPlayer player;

    Answering(Platform platform) {
        this.platform = platform;
        this.player = new FaultPlayer(platform);
    }

    void answer(HttpServerRequest request, Asked asked, Supplier<Decided> decision) {
        Fault fault = platform.faults().forRequest(asked);
        if (fault != null) {
            player.play(fault, request, asked, decision);
            return;
        }
        Decided decided = decision.get();
        platform.ledger().record(asked, decided.answered(null), decided.accepted());
        decided.afterwards();
        decided.give(request);
    }
}
