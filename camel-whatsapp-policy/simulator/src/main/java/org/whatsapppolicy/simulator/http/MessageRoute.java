package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** {@code POST /{version}/{number}/messages} and {@code marketing_messages}: the hot path. */
final class MessageRoute {

    private final Platform platform;
    private final Answering answering;

    MessageRoute(Platform platform) {
        this.platform = platform;
        this.answering = new Answering(platform);
    }

    void handle(HttpServerRequest request, GraphPath path, Buffer received, boolean marketing) {
        SendBody body = SendBody.read(request, received);
        String header = Bearer.of(request);
        String token = header != null ? header : body.token();
        Asked asked = asked(path, token != null && !token.isEmpty(), body, marketing);
        String proof =
                body.proof() == null && request.query() != null ? request.getParam("appsecret_proof") : body.proof();
        decide(request, asked, () -> {
            platform.tokens().check(token, path.id(), true);
            platform.proof().check(token, proof);
            return outcome(path, body.root(), asked.operation());
        });
    }

    /** A message whose credential has been looked at already. */
    void handleTrusted(HttpServerRequest request, GraphPath path, Buffer received) {
        SendBody body = SendBody.read(request, received);
        Asked asked = asked(path, true, body, false);
        decide(request, asked, () -> outcome(path, body.root(), asked.operation()));
    }

    /** Refuses a message that was not even read, or not to the end. */
    void refuse(HttpServerRequest request, GraphPath path, GraphError error) {
        Outcome outcome = refused(error);
        Asked asked = AskedReader.other(
                platform.clock().now(),
                request.method().name(),
                path.version(),
                path.id(),
                Operation.OTHER,
                Bearer.of(request) != null);
        platform.ledger().record(asked, outcome.answered(null), false);
        Answers.json(request, outcome.status(), outcome.json());
    }

    private Asked asked(GraphPath path, boolean authorized, SendBody body, boolean marketing) {
        return AskedReader.message(platform.clock().now(), path, authorized, body.root(), body.text(), marketing);
    }

    private void decide(HttpServerRequest request, Asked asked, Supplier<Outcome> asking) {
        answering.answer(request, asked, () -> new JsonDecided(decision(asking)));
    }

    private Outcome decision(Supplier<Outcome> asking) {
        try {
            return asking.get();
        } catch (Refused refused) {
            return refused(refused.error());
        }
    }

    private Outcome outcome(GraphPath path, JsonNode root, Operation operation) {
        SimulatedNumber number = platform.numbers().find(path.id());
        if (!path.numericId()) {
            throw new Refused(GraphErrors.unknownAlias(path.id()));
        }
        if (number == null) {
            throw new Refused(GraphErrors.unknownObject("post", path.id()));
        }
        if (!root.isObject()) {
            throw GraphErrors.badParameter("The request body is no JSON object.");
        }
        return operation == Operation.READ
                ? platform.desk().read(number, root)
                : platform.desk().send(number, root, operation == Operation.MARKETING_MESSAGE);
    }

    private Outcome refused(GraphError error) {
        return Outcome.refused(error, platform.ids().trace());
    }
}
