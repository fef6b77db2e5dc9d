package org.whatsapppolicy.simulator.token;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the 360dialog face, each of which picks a number. As long as none was added, every key is good and picks
 * the first number, so that a client can be tried without preparation.
 *
 * <p>Safe for use by several threads.
 */
public final class DialogKeys {

    private static final Verdict INVALID = new Verdict(null, 401, "Invalid api key");

    private final ConcurrentHashMap<String, Verdict> byKey = new ConcurrentHashMap<>();

    /**
     * What a key is good for.
     *
     * @param phoneNumberId the number it picks, null where it picks none or where any will do
     * @param status 200, or what to answer
     * @param message what to tell developers; empty for good keys
     */
    public record Verdict(@Nullable String phoneNumberId, int status, String message) {

        /** Whether the request may go on. */
        public boolean good() {
            return status == 200;
        }
    }

    /** A key that sends from that number. */
    public DialogKeys add(String key, String phoneNumberId) {
        byKey.put(key, new Verdict(phoneNumberId, 200, ""));
        return this;
    }

    /** Answers that key with 400 from now on, as for numbers that are disabled, unpaid or too fast. */
    public DialogKeys disable(String key, String why) {
        byKey.put(key, new Verdict(null, 400, why));
        return this;
    }

    /** Answers that key with 403 from now on. */
    public DialogKeys block(String key) {
        byKey.put(key, new Verdict(null, 403, "This endpoint is blocked"));
        return this;
    }

    /** What the key is good for; without a key, nothing. */
    public Verdict judge(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return INVALID;
        }
        Verdict known = byKey.get(key);
        if (known != null) {
            return known;
        }
        return byKey.isEmpty() ? new Verdict(null, 200, "") : INVALID;
    }
}
