package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The token of a request, from the header or from {@code access_token} in the query. */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final String OLD_SCHEME = "OAuth ";

    private Bearer() {}

    /** Null when there is no credential at all, empty when the header carries no bearer token. */
    static @Nullable String of(HttpServerRequest request) {
        String header = request.headers().get(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return request.query() == null ? null : request.getParam("access_token");
        }
        if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return header.substring(SCHEME.length()).trim();
        }
        return header.regionMatches(true, 0, OLD_SCHEME, 0, OLD_SCHEME.length())
                ? header.substring(OLD_SCHEME.length()).trim()
                : "";
    }
}
