package org.whatsapppolicy.store.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What is kept of an event's key: enough to know the event when it is delivered again. The platform's ids in the key hold the
 * person's number and would outlast them (S-47).
 */
public final class EventMark {

    private static final int BYTES = 16;

    private EventMark() {}

    /** The mark of a key, the same for the same key. */
    public static String of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
