package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;

/** Reads what was sent, up to a bound, and as JSON. */
final class BoundedBody {

    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BoundedBody() {}

    /** The body; fails with {@link BadAsk} when it is too long. Has to be called before the request is paused. */
    static Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > MOST_BYTES) {
                read.tryFail(new BadAsk("the body is longer than " + MOST_BYTES + " bytes"));
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> read.tryComplete(body));
        return read.future();
    }

    static JsonNode json(Buffer body) {
        if (body.length() == 0) {
            return Reply.object();
        }
        try {
            JsonNode json = JSON.readTree(body.toString(StandardCharsets.UTF_8));
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new BadAsk("the body is no JSON");
        }
        throw new BadAsk("the body is no JSON object");
    }
}
