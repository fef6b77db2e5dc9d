package org.whatsapppolicy.policy.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;

/**
 * An address that is known.
 *
 * @param address which
 * @param portfolio of a user id: of which portfolio, or an empty text when that is not known
 * @param seen when it was first seen together with the others of its person, or null when it never was
 * @param person whose it is
 */
public record Held(
        Recipient address, String portfolio, @Nullable Instant seen, long person) {

    String key() {
        return Joining.key(address);
    }
}
