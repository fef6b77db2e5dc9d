package org.whatsapppolicy.simulator.control;

import java.util.List;
import org.whatsapppolicy.simulator.media.StoredMedia;

/** Pictures and files of the chats, for the page; the platform's own way to them needs a token. */
final class MediaRoutes {

    private final Controlled simulator;

    MediaRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(Route.get("/media/{id}", "the content of a media", this::content));
    }

    private Reply content(Ask ask) {
        StoredMedia media = simulator.media().find(ask.inPath("id"));
        return media == null ? Reply.refused(404, "there is no such media, or none any more") : new Reply.Medium(media);
    }
}
