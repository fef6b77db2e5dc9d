package org.whatsapppolicy.store.state;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;

/**
 * What every database keeps as it is. Half of a character, which is left where a text is cut in the middle of an emoji, becomes a
 * question mark on the way there.
 */
public final class Storable {

    /** In the index of a database every key has room that is as long as this, whatever it is written in. */
    public static final int LONGEST_KEY = 800;

    private Storable() {}

    /**
     * Refuses a new request with a text that some database does not take, or an idempotency key that would be another one there.
     *
     * @throws IllegalArgumentException without the text, which may tell who it is about
     */
    public static void check(SendRequest request) {
        if (request.attempt() > 0) {
            return;
        }
        whole("purpose", request.purpose());
        whole("sender", request.sender());
        whole("context", request.context());
        key(request.idempotencyKey());
    }

    /** PostgreSQL takes no text with this character, and would refuse all that stands in a batch with it. */
    private static void whole(String name, @Nullable String text) {
        if (text != null && text.indexOf(0) >= 0) {
            throw new IllegalArgumentException(
                    name + ": found the character NUL at position " + text.indexOf(0) + ", expected a text without it");
        }
    }

    private static void key(@Nullable String key) {
        if (key == null) {
            return;
        }
        whole("idempotency key", key);
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("idempotency key: found " + key.length()
                    + " characters, expected at most " + LONGEST_KEY + ": use a digest of what is longer");
        }
        int half = half(key);
        if (half >= 0) {
            throw new IllegalArgumentException("idempotency key: found half of a character at position " + half
                    + ", expected whole ones: was the text cut?");
        }
    }

    /** Where the first surrogate without its other half stands, or -1. */
    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean whole = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!whole) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
