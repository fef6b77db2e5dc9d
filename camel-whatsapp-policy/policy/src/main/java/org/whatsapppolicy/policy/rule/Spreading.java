package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that become due together leave one after another (S-28). Where in the spread a message goes its id says, so that
 * every node, and every repeated decision, says the same.
 */
final class Spreading {

    private Spreading() {}

    /**
     * The instant at which a message goes.
     *
     * @param spread over how long; zero for all at once
     * @param together when all of them may go
     * @param expires when the message is no longer worth sending, or null; it is never spread past that
     */
    static Instant within(Duration spread, UUID id, Instant together, @Nullable Instant expires) {
        long millis = spread.toMillis();
        if (expires != null) {
            millis = Math.min(millis, Duration.between(together, expires).toMillis());
        }
        return millis <= 0 ? together : together.plusMillis(Long.remainderUnsigned(mixed(id), millis));
    }

    /** Ids are ordered by time: what differs between those of one second has to reach every bit. */
    private static long mixed(UUID id) {
        long bits = id.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ id.getLeastSignificantBits();
        bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return bits ^ (bits >>> 33);
    }
}
