package org.whatsapppolicy.simulator.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers the body of a request to an end, up to a bound. For one request, on its event loop. */
final class WholeBody implements Handler<Buffer> {

    /** Far more than any message can be. */
    static final int LONGEST = 4 << 20;

    private static final Buffer EMPTY = Buffer.buffer();

    private final Runnable tooLong;
    private @Nullable Buffer gathered;
    private boolean refused;

    private WholeBody(Runnable tooLong) {
        this.tooLong = tooLong;
    }

    /** Calls one of the two, once: with the whole body, or as soon as it is known to be too long. */
    static void of(HttpServerRequest request, Consumer<Buffer> whole, Runnable tooLong) {
        WholeBody body = new WholeBody(tooLong);
        String announced = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && announced.length() > 6 && Long.parseLong(announced) > LONGEST) {
            body.refuse();
            return;
        }
        request.handler(body);
        request.endHandler(end -> {
            if (!body.refused) {
                whole.accept(body.gathered == null ? EMPTY : body.gathered);
            }
        });
    }

    @Override
    public void handle(Buffer chunk) {
        if (refused) {
            return;
        }
        if (gathered == null) {
            gathered = chunk;
            return;
        }
        if (gathered.length() + chunk.length() > LONGEST) {
            gathered = null;
            refuse();
            return;
        }
        gathered = Buffer.buffer(gathered.length() + chunk.length())
                .appendBuffer(gathered)
                .appendBuffer(chunk);
    }

    private void refuse() {
        refused = true;
        tooLong.run();
    }
}
