package org.whatsapppolicy.store.seal;

import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Gives the keys that stand outside the store. They wrap the key of each person; with them and the database everything can be read,
 * with the database alone nothing that can be erased. Must be thread-safe, must not block for long: it is asked within
 * transactions; and must answer the same for the same id as long as anything is wrapped by it.
 */
public interface KeyProvider {

    /**
     * Id of the key that new people's keys are wrapped by: letters, digits, dot, dash and underscore. It stands in the store beside
     * what it wraps.
     */
    String current();

    /**
     * The AES key of that id, of 16, 24 or 32 bytes, or null when there is none: what it wraps cannot be read then, and the store is
     * not opened.
     */
    @Nullable
    SecretKey key(String id);
}
