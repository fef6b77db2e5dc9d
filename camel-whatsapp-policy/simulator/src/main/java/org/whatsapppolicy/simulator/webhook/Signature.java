package org.whatsapppolicy.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Hub-Signature-256}: HMAC-SHA256 over the bytes sent, keyed with the app secret. Thread-safe. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> macs;

    /** Signs with that app secret. */
    public Signature(String appSecret) {
        // An empty key is none to Java; to the algorithm it is one that is padded with zeros.
        byte[] secret = appSecret.isEmpty() ? new byte[1] : appSecret.getBytes(StandardCharsets.UTF_8);
        SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> keyed(key));
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the header. */
    public String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(macs.get().doFinal(body));
    }
}
