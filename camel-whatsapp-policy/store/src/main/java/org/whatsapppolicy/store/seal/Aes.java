package org.whatsapppolicy.store.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a fresh random nonce before each text. What a text is for goes into the tag, so that none can stand for another. */
final class Aes {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static String seal(SecretKey key, byte[] plain, String what) {
        byte[] nonce = random(NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, what);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            int length = cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, NONCE + length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not encrypt " + what + ": found a key that AES does not take", e);
        }
    }

    static byte[] open(SecretKey key, String sealed, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, what).doFinal(bytes, NONCE, bytes.length - NONCE);
        } catch (AEADBadTagException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new IllegalStateException(
                    "could not decrypt " + what + ": found another key than it was encrypted by, or a changed text;"
                            + " check that every id has the key it had before",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not decrypt " + what + ": found a key that AES does not take", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String what) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(what.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
