package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.message.Outcome;

/** An answer in JSON: all of them but downloads. */
record JsonDecided(Outcome outcome) implements Decided {

    @Override
    public Answered answered(@Nullable String fault) {
        return outcome.answered(fault);
    }

    @Override
    public boolean accepted() {
        return outcome.accepted();
    }

    @Override
    public void afterwards() {
        outcome.afterwards().run();
    }

    @Override
    public void give(HttpServerRequest request) {
        Answers.json(request, outcome.status(), outcome.json());
    }

    @Override
    public void giveHalf(HttpServerRequest request) {
        BrokenAnswers.half(request, outcome.status(), outcome.json());
    }
}
