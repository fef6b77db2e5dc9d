package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Free entry points: somebody comes from an ad, the business answers within 24 hours, and for 72 hours from that answer
 * every message is free. The service window is not lengthened.
 */
final class EntryPoints {

    private static final long TO_ANSWER = Duration.ofHours(24).toMillis();
    private static final long FREE = Duration.ofDays(3).toMillis();

    /** When the person came, or when the entry point ends. */
    private record State(boolean answered, long millis) {}

    private Map<String, State> byNumber = Map.of();

    synchronized void cameFromAd(String phoneNumberId, long now) {
        Long open = ends(phoneNumberId, now);
        if (open == null) {
            put(phoneNumberId, new State(false, now));
        }
    }

    synchronized void answered(String phoneNumberId, long now) {
        State state = byNumber.get(phoneNumberId);
        if (state != null && !state.answered() && now - state.millis() < TO_ANSWER) {
            put(phoneNumberId, new State(true, now + FREE));
        }
    }

    synchronized @Nullable Long ends(String phoneNumberId, long now) {
        State state = byNumber.get(phoneNumberId);
        return state != null && state.answered() && now < state.millis() ? (Long) state.millis() : null;
    }

    private void put(String phoneNumberId, State state) {
        if (byNumber.isEmpty()) {
            byNumber = new HashMap<>(2);
        }
        byNumber.put(phoneNumberId, state);
    }
}
