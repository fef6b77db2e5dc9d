package org.whatsapppolicy.camel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The platform's question on subscription, which only who knows the verify token answers with its challenge. */
final class Handshake {

    private final byte[] token;

    Handshake(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    Reply answer(@Nullable String mode, @Nullable String given, @Nullable String challenge) {
        boolean known = given != null && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
        // The challenge goes back as text: only what cannot be anything else.
        boolean plain = challenge != null && challenge.matches("[A-Za-z0-9_-]{1,200}");
        return known && "subscribe".equals(mode) && challenge != null && plain
                ? new Reply(200, challenge)
                : Reply.NOT_OURS;
    }
}
