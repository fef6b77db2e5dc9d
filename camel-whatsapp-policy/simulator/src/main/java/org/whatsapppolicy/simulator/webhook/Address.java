package org.whatsapppolicy.simulator.webhook;

import java.net.URI;
import java.util.Objects;

/** A receiver's URL, taken apart for the wire. */
record Address(String host, int port, String target) {

    private static final int HTTP = 80;

    static Address of(URI url) {
        check(url);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = Objects.requireNonNull(url.getHost());
        return new Address(bare(host), url.getPort() < 0 ? HTTP : url.getPort(), path + query);
    }

    static void check(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "webhooks go to an http URL with a host, such as http://127.0.0.1:8080/hook; found " + url);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    String hostHeader() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
