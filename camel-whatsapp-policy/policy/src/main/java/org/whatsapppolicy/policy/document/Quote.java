package org.whatsapppolicy.policy.document;

import java.util.regex.Pattern;

/**
 * Shows pieces of a document in a message: short, on one line, and without what may be a token or a phone number that
 * somebody pasted into the wrong place.
 */
final class Quote {

    private static final int LONGEST = 40;

    private static final Pattern TOKEN = Pattern.compile("(?=[A-Za-z_-]*[0-9])([A-Za-z0-9_-]{4})[A-Za-z0-9_-]{20,}");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{2})[0-9]{5,}");

    private Quote() {}

    static String code(String text) {
        return "`" + shorten(text) + "`";
    }

    static String shorten(String text) {
        return shorten(text, LONGEST);
    }

    static String shorten(String whole, int longest) {
        String text = NUMBER.matcher(TOKEN.matcher(whole).replaceAll("$1***")).replaceAll("$1***");
        int end = Math.min(text.length(), longest);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }
}
