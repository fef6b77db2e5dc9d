package org.whatsapppolicy.store.seal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of people and unwraps them. Those that were used lately stay unwrapped in memory, which says nothing about who
 * is still in the store: a key counts only while its row is there. Thread-safe.
 */
public final class Sealing {

    private static final int KEPT = 10_000;
    private static final int KEY_BYTES = 32;
    private static final String PERSON_KEY = "the key of a person";
    private static final String SECRET = "the key of the suppression list";

    private final KeyProvider provider;
    private final Map<String, PersonKey> lately = Collections.synchronizedMap(new LeastRecent());

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException when the provider has not the key it calls current
     */
    public Sealing(KeyProvider provider) {
        this.provider = provider;
        if (provider.key(provider.current()) == null) {
            throw new IllegalArgumentException("encryption keys: found none with the id " + provider.current()
                    + ", which the key provider calls its current one");
        }
    }

    /** Whether the provider has the key of that id. */
    public boolean knows(String id) {
        return provider.key(id) != null;
    }

    /** Id of the key that wraps what is new. */
    public String current() {
        return provider.current();
    }

    /** A key for somebody new. */
    public Wrapped fresh() {
        return wrap(Aes.random(KEY_BYTES), PERSON_KEY);
    }

    /** The key to work with. */
    public PersonKey unwrap(Wrapped wrapped) {
        PersonKey known = lately.get(wrapped.text());
        if (known == null) {
            known = new PersonKey(new SecretKeySpec(unwrap(wrapped, PERSON_KEY), "AES"));
            lately.put(wrapped.text(), known);
        }
        return known;
    }

    /** The same key of a person, wrapped by the current one. */
    public Wrapped again(Wrapped wrapped) {
        return wrap(unwrap(wrapped, PERSON_KEY), PERSON_KEY);
    }

    /** A secret of the store itself, wrapped by the current key. */
    public Wrapped wrapSecret(byte[] secret) {
        return wrap(secret, SECRET);
    }

    /** What {@link #wrapSecret} wrapped. */
    public byte[] unwrapSecret(Wrapped wrapped) {
        return unwrap(wrapped, SECRET);
    }

    private Wrapped wrap(byte[] key, String what) {
        String by = provider.current();
        return new Wrapped(by, Aes.seal(wrapping(by, what), key, what));
    }

    private byte[] unwrap(Wrapped wrapped, String what) {
        return Aes.open(wrapping(wrapped.by(), what), wrapped.text(), what);
    }

    private SecretKey wrapping(String id, String what) {
        SecretKey key = provider.key(id);
        if (key == null) {
            throw new IllegalStateException("could not use " + what + ": it is wrapped by the key " + id
                    + ", which the key provider does not have; give it that key too");
        }
        return key;
    }

    private static final class LeastRecent extends LinkedHashMap<String, PersonKey> {
        private static final long serialVersionUID = 1L;

        LeastRecent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, PersonKey> eldest) {
            return size() > KEPT;
        }
    }
}
