package org.whatsapppolicy.simulator.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;

/** Answers that break off. */
final class BrokenAnswers {

    private BrokenAnswers() {}

    /** Resets the connection: with no time to linger, closing sends RST instead of FIN. */
    static void reset(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.eventLoop().execute(() -> {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            ChannelFuture unused = channel.close();
        });
    }

    /** Announces the whole body, sends half of it and closes the connection in an orderly manner. */
    static void half(HttpServerRequest request, int status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        HttpServerResponse response = request.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Answers.JSON)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
        response.write(body.substring(0, body.length() / 2))
                .onComplete(done -> request.connection().close());
    }
}
