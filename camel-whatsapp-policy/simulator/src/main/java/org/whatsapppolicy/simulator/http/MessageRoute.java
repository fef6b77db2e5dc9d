package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** {@code POST /{version}/{number}/messages} and {@code marketing_messages}: the hot path. */
final class MessageRoute {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final FaultPlayer player;

    MessageRoute(Platform platform) {
        this.platform = platform;
        this.player = new FaultPlayer(platform);
    }

    void handle(HttpServerRequest request, GraphPath path, Buffer buffer, boolean marketing) {
        String token = Bearer.of(request);
        String body = buffer.toString(StandardCharsets.UTF_8);
        JsonNode root = parse(body);
        boolean authorized = token != null && !token.isEmpty();
        Asked asked = AskedReader.message(platform.clock().now(), path, authorized, root, body, marketing);
        Fault fault = platform.faults().forRequest(asked);
        if (fault == null) {
            Outcome outcome = decide(path, token, root, asked.operation());
            platform.ledger().record(asked, outcome.answered(null), outcome.accepted());
            outcome.afterwards().run();
            Answers.json(request, outcome.status(), outcome.json());
        } else {
            player.play(fault, request, asked, () -> decide(path, token, root, asked.operation()));
        }
    }

    private Outcome decide(GraphPath path, @Nullable String token, JsonNode root, Operation operation) {
        try {
            platform.tokens().check(token, path.id(), true);
            SimulatedNumber number = platform.numbers().find(path.id());
            if (!path.numericId()) {
                return refused(new Refused(GraphErrors.unknownAlias(path.id())));
            }
            if (number == null) {
                return refused(new Refused(GraphErrors.unknownObject("post", path.id())));
            }
            if (!root.isObject()) {
                return refused(GraphErrors.badParameter("The request body is no JSON object."));
            }
            return operation == Operation.READ
                    ? platform.desk().read(number, root)
                    : platform.desk().send(number, root, operation == Operation.MARKETING_MESSAGE);
        } catch (Refused refused) {
            return refused(refused);
        }
    }

    private Outcome refused(Refused refused) {
        return Outcome.refused(refused.error(), platform.ids().trace());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
