package org.whatsapppolicy.simulator.control;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps strange web sites out. A browser on this machine reaches the port for any page it shows: one whose name was
 * bound anew to the loopback address (seen by its Host), and one that posts a form or a text across sites (seen by its
 * Origin, and by a content type other than JSON, for which a browser would have to ask first).
 */
final class Visitors {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Visitors() {}

    /** Why that request is not let in, null when it is. */
    static @Nullable String objection(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null || !LOOPBACK.contains(host.host().toLowerCase(Locale.ROOT))) {
            return "the simulator's own paths answer to localhost, 127.0.0.1 and [::1] only, found another Host";
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.equalsIgnoreCase("http://" + host(host))) {
            return "found the Origin of another site";
        }
        if (HttpMethod.POST.equals(request.method()) && !json(request)) {
            return "expected Content-Type: application/json";
        }
        return null;
    }

    private static String host(HostAndPort host) {
        return host.port() < 0 ? host.host() : host.host() + ":" + host.port();
    }

    private static boolean json(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].trim().equals("application/json");
    }
}
