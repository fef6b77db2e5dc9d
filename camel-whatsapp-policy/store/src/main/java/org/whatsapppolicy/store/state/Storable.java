package org.whatsapppolicy.store.state;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Evidence;

/**
 * What every database keeps as it is. Half of a character, which is left where a text is cut in the middle of an emoji, becomes a
 * question mark on the way there.
 */
public final class Storable {

    /** In the index of a database every key has room that is as long as this, whatever it is written in. */
    public static final int LONGEST_KEY = 800;

    private Storable() {}

    /**
     * Refuses an idempotency key that would be another one in the database, or none.
     *
     * @throws IllegalArgumentException without the key, which may tell who it is about
     */
    public static void key(@Nullable String key) {
        if (key == null) {
            return;
        }
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

    /** A text of which the meaning does not hang on a character that no database keeps: without zeros and halves of characters. */
    static String text(String text) {
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        int half = half(whole);
        if (half < 0) {
            return whole;
        }
        StringBuilder mended = new StringBuilder(whole);
        for (; half >= 0; half = half(mended)) {
            mended.setCharAt(half, '?');
        }
        return mended.toString();
    }

    /** Evidence in such texts: an odd character in a note is no reason to lose an opt-out, or to stop an import (S-16). */
    static Evidence evidence(Evidence e) {
        return new Evidence(
                e.act(),
                text(e.source()),
                textOrNull(e.actor()),
                textOrNull(e.document()),
                textOrNull(e.language()),
                textOrNull(e.reference()));
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** Where the first surrogate without its other half stands, or -1. */
    private static int half(CharSequence text) {
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
