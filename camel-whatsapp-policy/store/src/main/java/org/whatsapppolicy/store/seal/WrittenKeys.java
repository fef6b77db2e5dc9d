package org.whatsapppolicy.store.seal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys that stand in a property or a vault: {@code 2026-11:<Base64 of 32 bytes>}, the current one first. Immutable. */
public final class WrittenKeys implements KeyProvider {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String FORM =
            "expected id:key, separated by commas, each key 32 random bytes in Base64, such as openssl rand -base64 32 prints";

    private final String current;
    private final Map<String, SecretKey> keys;

    private WrittenKeys(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads keys.
     *
     * @param written ids and keys, separated by commas, the current one first
     * @throws IllegalArgumentException saying which of them is wrong, without the key
     */
    public static WrittenKeys of(String written) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String one : written.split(",", -1)) {
            int colon = one.indexOf(':');
            String id = colon < 0 ? "" : one.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("encryption keys: found key number " + (keys.size() + 1)
                        + " without an id of letters, digits, dot, dash and underscore; " + FORM);
            }
            if (keys.put(id, key(id, one.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("encryption keys: found the id " + id + " twice; " + FORM);
            }
        }
        return new WrittenKeys(keys.keySet().iterator().next(), keys);
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its own message would quote the key.
            throw new IllegalArgumentException("encryption keys: the key " + id + " is no Base64; " + FORM);
        }
        if (bytes.length != 32) {
            throw new IllegalArgumentException(
                    "encryption keys: found " + bytes.length + " bytes for the key " + id + "; " + FORM);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String current() {
        return current;
    }

    @Override
    public @Nullable SecretKey key(String id) {
        return keys.get(id);
    }

    /** Names the keys and shows none. */
    @Override
    public String toString() {
        return "WrittenKeys[current " + current + ", " + keys.size() + " in all]";
    }
}
