package org.whatsapppolicy.store.seal;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;

/** The key of one person, ready to use. Immutable. */
public final class PersonKey {

    private final SecretKey key;

    PersonKey(SecretKey key) {
        this.key = key;
    }

    /**
     * Encrypts a text.
     *
     * @param what what it is, such as the name of its column; it can be opened as nothing else
     */
    public String seal(String text, String what) {
        return Aes.seal(key, text.getBytes(StandardCharsets.UTF_8), what);
    }

    /**
     * Decrypts a text.
     *
     * @throws IllegalStateException when it was encrypted by another key, as something else, or was changed
     */
    public String open(String sealed, String what) {
        return new String(Aes.open(key, sealed, what), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PersonKey";
    }
}
