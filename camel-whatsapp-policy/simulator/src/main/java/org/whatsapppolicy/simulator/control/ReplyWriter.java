package org.whatsapppolicy.simulator.control;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import org.whatsapppolicy.simulator.page.PageFile;

/** Writes replies, long ones no faster than they are read at the other end. */
final class ReplyWriter {

    private static final int PIECE = 32_768;

    private ReplyWriter() {}

    static void write(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (reply instanceof Reply.Json json) {
            response.setStatusCode(json.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8");
            response.end(json.body().toString());
        } else if (reply instanceof Reply.File found) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, found.file().contentType())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .putHeader("Content-Security-Policy", PageFile.POLICY)
                    .putHeader("Referrer-Policy", "no-referrer")
                    .putHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.end(found.file().content());
        } else if (reply instanceof Reply.Lines lines) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson").setChunked(true);
            pump(response, lines.lines());
        }
    }

    private static void pump(HttpServerResponse response, Iterator<String> lines) {
        StringBuilder piece = new StringBuilder();
        while (lines.hasNext()) {
            piece.append(lines.next()).append('\n');
            if (piece.length() >= PIECE) {
                response.write(piece.toString());
                piece.setLength(0);
                if (response.writeQueueFull()) {
                    response.drainHandler(drained -> pump(response, lines));
                    return;
                }
            }
        }
        response.end(piece.toString());
    }
}
