package org.whatsapppolicy.policy.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Local times in which nobody is messaged (S-27). Immutable and thread-safe.
 *
 * @param texts the entries as written, such as {@code 20:00-08:00} or {@code sun}; empty means none
 */
public record QuietHours(List<String> texts) {

    /** No quiet hours: written {@code none}. */
    public static final QuietHours NONE = new QuietHours(List.of());

    public QuietHours {
        texts = List.copyOf(texts);
    }

    /** Whether it is quiet at {@code now} in at least one of the zones. */
    public boolean quiet(Instant now, Set<ZoneId> zones) {
        throw new UnsupportedOperationException();
    }

    /**
     * The earliest instant not before {@code now} that is outside quiet hours in every zone.
     *
     * @return null when there is no such instant within the next 8 days ({@code no-common-hour})
     */
    public @Nullable Instant nextAllowed(Instant now, Set<ZoneId> zones) {
        throw new UnsupportedOperationException();
    }

    /** The earliest instant after {@code now} at which it is quiet in any zone, or null when it never is. */
    public @Nullable Instant nextQuiet(Instant now, Set<ZoneId> zones) {
        throw new UnsupportedOperationException();
    }
}
