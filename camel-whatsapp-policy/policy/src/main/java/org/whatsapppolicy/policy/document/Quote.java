package org.whatsapppolicy.policy.document;

/** Shows pieces of a document in a message: short, and on one line. */
final class Quote {

    private static final int LONGEST = 40;

    private Quote() {}

    static String code(String text) {
        return "`" + shorten(text) + "`";
    }

    static String shorten(String text) {
        int end = Math.min(text.length(), LONGEST);
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
