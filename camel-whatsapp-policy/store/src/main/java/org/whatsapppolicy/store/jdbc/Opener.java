package org.whatsapppolicy.store.jdbc;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.PersonKey;

/** Decrypts the columns of one row. */
final class Opener {

    static final Opener PLAIN = new Opener(false, null);
    /** The key was deleted with the person: what it encrypted is as good as deleted. */
    static final Opener ERASED = new Opener(true, null);

    private final boolean sealed;
    private final @Nullable PersonKey key;

    private Opener(boolean sealed, @Nullable PersonKey key) {
        this.sealed = sealed;
        this.key = key;
    }

    static Opener of(PersonKey key) {
        return new Opener(true, key);
    }

    @Nullable
    String open(@Nullable String text, Sealed what) {
        if (!sealed || text == null) {
            return text;
        }
        return key == null ? null : key.open(text, what.name());
    }
}
