package org.whatsapppolicy.simulator.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.message.Outcome;

/** Plays one fault on one request, and enters what really happened into the ledger first. */
final class FaultPlayer {

    private final Platform platform;

    FaultPlayer(Platform platform) {
        this.platform = platform;
    }

    void play(Fault fault, HttpServerRequest request, Asked asked, Supplier<Decided> decision) {
        if (fault.accepts()) {
            Decided decided = decision.get();
            platform.ledger().record(asked, decided.answered(fault.label()), decided.accepted());
            decided.afterwards();
            spoil(fault, request, decided);
        } else {
            refuse(fault, request, asked);
        }
    }

    private void spoil(Fault fault, HttpServerRequest request, Decided decided) {
        if (fault instanceof Fault.Reset) {
            BrokenAnswers.reset(request);
        } else if (fault instanceof Fault.HalfBody) {
            decided.giveHalf(request);
        } else if (fault instanceof Fault.Plain plain) {
            Answers.send(request, plain.status(), plain.contentType(), plain.body());
        } else if (fault instanceof Fault.Slow slow) {
            Context context = Objects.requireNonNull(Vertx.currentContext());
            platform.clock().schedule(slow.delay(), () -> context.runOnContext(now -> decided.give(request)));
        }
        // What remains is silence.
    }

    private void refuse(Fault fault, HttpServerRequest request, Asked asked) {
        if (fault instanceof Fault.GraphCode graph) {
            Outcome refused = Outcome.refused(graph.error(), platform.ids().trace());
            platform.ledger().record(asked, refused.answered(fault.label()), false);
            Answers.json(request, refused.status(), refused.json());
        } else if (fault instanceof Fault.Plain plain) {
            enter(asked, new Answered(plain.status(), -1, 0, null, null, fault.label()));
            Answers.send(request, plain.status(), plain.contentType(), plain.body());
        } else if (fault instanceof Fault.PausedMeanwhile) {
            String wamid = platform.ids().next();
            enter(asked, new Answered(200, -1, 0, wamid, "paused", fault.label()));
            Answers.json(request, 200, PausedAnswer.json(asked, wamid));
        } else {
            enter(asked, new Answered(0, -1, 0, null, null, fault.label()));
            if (fault instanceof Fault.Reset) {
                BrokenAnswers.reset(request);
            }
        }
    }

    private void enter(Asked asked, Answered answered) {
        platform.ledger().record(asked, answered, false);
    }
}
