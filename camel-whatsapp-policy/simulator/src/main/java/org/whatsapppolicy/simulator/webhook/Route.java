package org.whatsapppolicy.simulator.webhook;

import java.net.URI;

/** One way to one receiver: its address, the signature of its app, and the bytes every POST begins with. */
final class Route {

    private final URI url;
    private final Address address;
    private final Signature signature;

    Route(URI url, Signature signature) {
        this.url = url;
        this.address = Address.of(url);
        this.signature = signature;
    }

    URI url() {
        return url;
    }

    Address address() {
        return address;
    }

    /** The whole request. */
    byte[] request(byte[] body) {
        return PostBytes.of(address, signature.of(body), body);
    }
}
