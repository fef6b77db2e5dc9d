package org.whatsapppolicy.simulator.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.whatsapppolicy.simulator.media.StoredMedia;
import org.whatsapppolicy.simulator.page.PageFile;

/** Writes replies, long ones no faster than they are read at the other end. */
final class ReplyWriter {

    private static final int PIECE = 32_768;
    private static final Pattern SHOWN = Pattern.compile("image/(png|jpeg|webp|gif)|(video|audio)/[a-z0-9.+-]{1,40}");

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
        } else if (reply instanceof Reply.Medium medium) {
            medium(response, medium.media());
        } else if (reply instanceof Reply.Lines lines) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson").setChunked(true);
            pump(response, lines.lines());
        }
    }

    /** Shown in the page where that is harmless, whatever type the sender declared; else offered for saving. */
    private static void medium(HttpServerResponse response, StoredMedia media) {
        String type = media.mimeType().split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        boolean shown = SHOWN.matcher(type).matches();
        response.putHeader(HttpHeaders.CONTENT_TYPE, shown ? type : "application/octet-stream")
                .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!shown) {
            response.putHeader("Content-Disposition", "attachment");
        }
        if (media.content() instanceof StoredMedia.OnDisk disk) {
            response.sendFile(disk.path().toString());
        } else if (media.content() instanceof StoredMedia.InMemory memory) {
            response.end(Buffer.buffer(memory.bytes()));
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
