package org.whatsapppolicy.policy.answer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the platform's words what may be a phone number or a token, because they end in logs and exceptions. The
 * platform does quote both: a malformed token comes back in the message of error 190.
 */
final class Discretion {

    private static final int LONGEST = 500;
    /** Eight digits and more; the longest error codes have seven. */
    private static final Pattern DIGITS = Pattern.compile("\\d{8,}|\\+\\d[\\d ().-]{5,}\\d");

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=_|-]{20,}");

    private Discretion() {}

    static @Nullable String masked(@Nullable String words) {
        if (words == null) {
            return null;
        }
        String shorter = words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
        String withoutTokens = OPAQUE.matcher(shorter)
                .replaceAll(m -> m.group().chars().anyMatch(Character::isDigit) ? "***" : m.group());
        return DIGITS.matcher(withoutTokens)
                .replaceAll(m -> m.group().substring(0, 3) + "***"
                        + m.group().substring(m.group().length() - 2));
    }
}
