package org.whatsapppolicy.store.jdbc;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.PersonKey;

/** Encrypts what a transaction writes about some people; or leaves it as it is, where there are no keys. */
final class Sealer {

    static final Sealer PLAIN = new Sealer(null);

    private final @Nullable Map<Long, Key> keys;

    Sealer(@Nullable Map<Long, Key> keys) {
        this.keys = keys;
    }

    /** Id of the key that encrypts texts about the person, or null when they stay as they are. */
    @Nullable
    Long key(long person) {
        return keys == null ? null : Long.valueOf(of(keys, person).id);
    }

    @Nullable
    String seal(long person, @Nullable String text, Sealed what) {
        return keys == null || text == null ? text : of(keys, person).key.seal(text, what.name());
    }

    private static Key of(Map<Long, Key> keys, long person) {
        return Objects.requireNonNull(keys.get(person), "a key was made for each of them");
    }

    /**
     * A key.
     *
     * @param id of its row
     * @param key itself
     */
    record Key(long id, PersonKey key) {}
}
