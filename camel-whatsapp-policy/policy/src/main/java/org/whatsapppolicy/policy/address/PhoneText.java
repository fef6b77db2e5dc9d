package org.whatsapppolicy.policy.address;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a phone field, reduced to the digits that can be dialled.
 *
 * @param international the number with {@code +}, when it was written so or with {@code 00}
 * @param national the digits when no country sign stands before them, or none that may be trusted
 * @param maybeInternational the same digits with the {@code +} that may have been lost, or null when the writing speaks
 *     against it
 * @param problem why it cannot be one person's number, or null
 */
record PhoneText(
        @Nullable String international,
        @Nullable String national,
        @Nullable String maybeInternational,
        @Nullable String problem) {

    private static final Pattern EXTENSION = Pattern.compile(
            "\\d\\D*(?:#|\\b(?:ext|extn|extension|ramal|interno|anexo|durchwahl|poste)\\b|[xX]\\s*\\d)");
    private static final Pattern SEPARATORS = Pattern.compile("[,;|&/\n]|\\+");
    /** The shortest subscriber number that could stand beside another one. */
    private static final int A_NUMBER = 7;
    /** The shortest and the longest international numbers, country code included (E.164 allows 15). */
    private static final int SHORTEST = 7;

    private static final int LONGEST = 15;
    private static final int SHORTEST_WITHOUT_PLUS = 10;

    static PhoneText of(String written) {
        String text = withoutScheme(plain(written).strip());
        String problem = problem(text);
        if (problem != null) {
            return new PhoneText(null, null, null, problem);
        }
        String digits = digits(text);
        if (text.indexOf('+') >= 0) {
            return new PhoneText("+" + digits, null, null, null);
        }
        if (digits.startsWith("00")) {
            return new PhoneText("+" + digits.substring(2), digits, null, null);
        }
        boolean areaCodeFirst = text.startsWith("(") || digits.startsWith("0");
        boolean mayBeInternational = !areaCodeFirst && digits.length() >= SHORTEST_WITHOUT_PLUS;
        return new PhoneText(null, digits, mayBeInternational ? "+" + digits : null, null);
    }

    /** Without {@code tel:} or {@code whatsapp:}. */
    static String withoutScheme(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String scheme : new String[] {"whatsapp:", "tel:"}) {
            if (lower.startsWith(scheme)) {
                return text.substring(scheme.length()).strip();
            }
        }
        return text;
    }

    /** The shape of a text with at most three of its digits and none of its letters. */
    static String masked(String text) {
        StringBuilder masked = new StringBuilder();
        int digits = 0;
        for (int i = 0; i < text.length() && masked.length() < 24; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                masked.append(digits++ < 3 ? c : '*');
            } else if (Character.isLetter(c)) {
                masked.append('x');
            } else {
                masked.append(c >= ' ' && c < 127 ? c : ' ');
            }
        }
        return text.isBlank()
                ? "nothing"
                : masked.append(text.length() > 24 ? "…" : "").toString();
    }

    private static @Nullable String problem(String text) {
        String digits = digits(text);
        if (text.isEmpty()) {
            return "empty";
        }
        if (EXTENSION.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return "an extension cannot be messaged";
        }
        if (text.chars().anyMatch(Character::isLetter)) {
            return "holds letters";
        }
        if (several(text)) {
            return "may hold several numbers";
        }
        if (!text.chars().allMatch(c -> isDigit(c) || "+-(). /".indexOf(c) >= 0)) {
            return "holds signs that belong to no phone number";
        }
        int plus = text.lastIndexOf('+');
        if (plus > 0 && text.substring(0, plus).chars().anyMatch(PhoneText::isDigit)) {
            return "holds a + among the digits";
        }
        if (digits.length() < SHORTEST) {
            return digits.length() + " digits are too few; short codes cannot be messaged";
        }
        int leading = digits.startsWith("00") ? 2 : 0;
        return digits.length() - leading > LONGEST + 1
                ? (digits.length() - leading) + " digits are too many, perhaps several numbers"
                : null;
    }

    private static boolean several(String text) {
        int numbers = 0;
        for (String part : SEPARATORS.split(text, -1)) {
            numbers += digits(part).length() >= A_NUMBER ? 1 : 0;
        }
        return numbers > 1;
    }

    /** Digits of any script as ASCII, every kind of space and dash as one, and no invisible marks. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int type = Character.getType(c);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '\n' || c == '\r') {
                plain.append('\n');
            } else if (Character.isWhitespace(c) || type == Character.SPACE_SEPARATOR) {
                plain.append(' ');
            } else if (type == Character.DASH_PUNCTUATION || c == '\u2212') {
                plain.append('-');
            } else if (c >= '\uff01' && c <= '\uff5e') {
                plain.append((char) (c - 0xfee0));
            } else if (type != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(PhoneText::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
