package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Whole, well-formed answers. */
final class Answers {

    static final CharSequence JSON = HttpHeaders.createOptimized("application/json; charset=UTF-8");

    private Answers() {}

    static void json(HttpServerRequest request, int status, String body) {
        send(request, status, JSON, body);
    }

    static void send(HttpServerRequest request, int status, CharSequence contentType, String body) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        response.end(body);
    }
}
