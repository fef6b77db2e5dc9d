package org.whatsapppolicy.simulator.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * {@code appsecret_proof}, by which a client shows that it knows the app secret: HMAC-SHA256 of the token, keyed with
 * it. Looked at only where a secret is known.
 */
public final class AppSecretProof {

    private static final String HMAC = "HmacSHA256";

    private final String appSecret;

    /** Proofs of that secret; empty for one nobody knows. */
    public AppSecretProof(String appSecret) {
        this.appSecret = appSecret;
    }

    /** Refuses a proof that is not the token's; none at all is fine. */
    public void check(@Nullable String token, @Nullable String proof) {
        if (proof == null || appSecret.isEmpty() || token == null) {
            return;
        }
        byte[] expected = expected(token).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(new GraphError(
                    400, 100, 0, "GraphMethodException", "Invalid appsecret_proof provided in the API argument", null));
        }
    }

    private String expected(String token) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
