package org.whatsapppolicy.camel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the app's owner signed these bytes: HMAC-SHA256 in the header {@code X-Hub-Signature-256} (platform page on
 * webhook endpoints). Several secrets are good at once, so that one can be rotated.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final List<SecretKeySpec> keys;

    /** @param secrets none of them empty */
    Signature(List<String> secrets) {
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    boolean signed(byte[] body, @Nullable String header) {
        byte[] given = bytes(header);
        boolean good = false;
        for (SecretKeySpec key : keys) {
            // All are tried, and each compared in constant time: how long it takes tells nothing.
            good |= MessageDigest.isEqual(hash(key, body), given);
        }
        return good;
    }

    private static byte[] bytes(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(header.substring(PREFIX.length()).trim());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hash(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
