package org.whatsapppolicy.simulator.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.media.StoredMedia;

/** The content of a media. */
record MediaDecided(StoredMedia media) implements Decided {

    @Override
    public Answered answered(@Nullable String fault) {
        return new Answered(200, -1, 0, null, null, fault);
    }

    @Override
    public void give(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.closed()) {
            Future<Void> unused = content(response, true);
        }
    }

    @Override
    public void giveHalf(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(media.size()));
        content(response, false).onComplete(done -> request.connection().close());
    }

    private Future<Void> content(HttpServerResponse response, boolean whole) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, media.mimeType());
        if (media.content() instanceof StoredMedia.OnDisk disk) {
            String path = disk.path().toString();
            return whole ? response.sendFile(path) : response.sendFile(path, 0, media.size() / 2);
        }
        Buffer bytes = Buffer.buffer(((StoredMedia.InMemory) media.content()).bytes());
        return whole ? response.end(bytes) : response.write(bytes.slice(0, bytes.length() / 2));
    }
}
