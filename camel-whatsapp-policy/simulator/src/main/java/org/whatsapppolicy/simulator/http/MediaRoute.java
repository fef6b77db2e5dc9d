package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.media.StoredMedia;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** Fetching a media from the address its metadata named: with a token, within 5 minutes, else 401 and 404. */
final class MediaRoute {

    private final Platform platform;
    private final Answering answering;

    MediaRoute(Platform platform) {
        this.platform = platform;
        this.answering = new Answering(platform);
    }

    void handle(HttpServerRequest request) {
        String token = Bearer.of(request);
        StoredMedia media = platform.mediaUrls()
                .resolve(request.getParam("mid"), request.getParam("ext"), request.getParam("hash"));
        Asked asked = AskedReader.other(
                platform.clock().now(),
                request.method().name(),
                "",
                media == null ? "" : media.id(),
                Operation.MEDIA,
                token != null && !token.isEmpty());
        answering.answer(request, asked, () -> decision(token, media));
    }

    private Decided decision(@Nullable String token, @Nullable StoredMedia media) {
        try {
            platform.tokens().check(token, assets(media), Scope.MESSAGING);
        } catch (Refused refused) {
            return refused(refused.error());
        }
        return media != null
                ? new MediaDecided(media)
                : refused(GraphErrors.oauth(
                        404, 100, 0, "The media does not exist or its address has expired: ask for a new one"));
    }

    private Decided refused(GraphError error) {
        return new JsonDecided(Outcome.refused(error, platform.ids().trace()));
    }

    private List<String> assets(@Nullable StoredMedia media) {
        SimulatedNumber number = media == null ? null : platform.numbers().find(media.phoneNumberId());
        return number == null ? List.of() : List.of(number.id(), number.accountId());
    }
}
