package org.whatsapppolicy.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A POST as it goes over the wire. */
final class PostBytes {

    private PostBytes() {}

    static byte[] of(Address address, String signature, byte[] body) {
        byte[] head = ("POST " + address.target() + " HTTP/1.1\r\nHost: " + address.hostHeader()
                        + "\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\nContent-Type: application/json"
                        + "\r\nX-Hub-Signature-256: " + signature + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
