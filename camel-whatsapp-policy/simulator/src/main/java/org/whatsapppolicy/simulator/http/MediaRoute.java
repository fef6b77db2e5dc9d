package org.whatsapppolicy.simulator.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.media.StoredMedia;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** Fetching a media from the address its metadata named: with a token, within 5 minutes, else 401 and 404. */
final class MediaRoute {

    private final Platform platform;

    MediaRoute(Platform platform) {
        this.platform = platform;
    }

    void handle(HttpServerRequest request) {
        String token = Bearer.of(request);
        StoredMedia media = platform.mediaUrls()
                .resolve(request.getParam("mid"), request.getParam("ext"), request.getParam("hash"));
        try {
            platform.tokens().check(token, assets(media), Scope.MESSAGING);
            if (media == null) {
                throw new Refused(GraphErrors.oauth(
                        404, 100, 0, "The media does not exist or its address has expired: ask for a new one"));
            }
            enter(request, media.id(), true, new Answered(200, -1, 0, null, null, null));
            send(request.response(), media);
        } catch (Refused refused) {
            GraphError error = refused.error();
            boolean authorized = token != null && !token.isEmpty();
            String target = media == null ? "" : media.id();
            enter(
                    request,
                    target,
                    authorized,
                    new Answered(error.status(), error.code(), error.subcode(), null, null, null));
            Answers.json(request, error.status(), error.toJson(platform.ids().trace()));
        }
    }

    private List<String> assets(@Nullable StoredMedia media) {
        SimulatedNumber number = media == null ? null : platform.numbers().find(media.phoneNumberId());
        return number == null ? List.of() : List.of(number.id(), number.accountId());
    }

    private static void send(HttpServerResponse response, StoredMedia media) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, media.mimeType());
        if (media.content() instanceof StoredMedia.OnDisk disk) {
            response.sendFile(disk.path().toString());
        } else if (media.content() instanceof StoredMedia.InMemory memory) {
            response.end(Buffer.buffer(memory.bytes()));
        }
    }

    private void enter(HttpServerRequest request, String target, boolean authorized, Answered answered) {
        platform.ledger()
                .record(
                        AskedReader.other(
                                platform.clock().now(),
                                request.method().name(),
                                "",
                                target,
                                Operation.MEDIA,
                                authorized),
                        answered,
                        false);
    }
}
