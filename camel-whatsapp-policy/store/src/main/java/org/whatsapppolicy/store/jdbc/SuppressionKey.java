package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.Sealing;
import org.whatsapppolicy.store.seal.Wrapped;
import org.whatsapppolicy.store.state.Digest;

/**
 * The key of the digests of erased addresses. Whoever has it can try whether a number is among them, so where there is a key
 * provider it stands in the store only wrapped: {@code wrapped:<id>:<text>}.
 */
final class SuppressionKey {

    private static final String WRAPPED = "wrapped:";
    private static final String READ = "select suppression_key from installation";
    private static final String NEW = "update installation set suppression_key = ? where suppression_key is null";
    private static final String REPLACE = "update installation set suppression_key = ? where suppression_key = ?";

    private SuppressionKey() {}

    /** The key, ready to use, or nothing as long as nobody was erased. */
    static Optional<String> of(Session session) throws SQLException {
        Optional<String> stored = stored(session);
        Seals seals = session.seals();
        return stored.map(text -> wrapping(text) == null || seals == null
                ? text
                : Base64.getEncoder().encodeToString(seals.sealing().unwrapSecret(wrapped(text))));
    }

    /** Makes one, unless somebody else does so first. */
    static void make(Session session, RandomGenerator random) throws SQLException {
        session.update(NEW, written(Digest.newKey(random), session.seals()));
    }

    /** Id of the provider's key that wraps it, or null when it is not wrapped or not there. */
    static @Nullable String wrapping(Session session) throws SQLException {
        return stored(session).map(SuppressionKey::wrapping).orElse(null);
    }

    /** Wraps it by the provider's current key, if it is not yet; whether that was so. */
    static boolean wrapAgain(Session session, Sealing sealing) throws SQLException {
        String before = stored(session).orElse(null);
        if (before == null || sealing.current().equals(wrapping(before))) {
            return false;
        }
        String plain = of(session).orElseThrow();
        return session.update(REPLACE, written(plain, session.seals()), before) > 0;
    }

    private static String written(String plain, @Nullable Seals seals) {
        if (seals == null) {
            return plain;
        }
        Wrapped wrapped = seals.sealing().wrapSecret(Base64.getDecoder().decode(plain));
        return WRAPPED + wrapped.by() + ":" + wrapped.text();
    }

    private static @Nullable String wrapping(String stored) {
        return stored.startsWith(WRAPPED) ? wrapped(stored).by() : null;
    }

    private static Wrapped wrapped(String stored) {
        int end = stored.indexOf(':', WRAPPED.length());
        return new Wrapped(stored.substring(WRAPPED.length(), end), stored.substring(end + 1));
    }

    private static Optional<String> stored(Session session) throws SQLException {
        return session.first(READ, row -> Optional.ofNullable(row.textOrNull())).flatMap(key -> key);
    }
}
