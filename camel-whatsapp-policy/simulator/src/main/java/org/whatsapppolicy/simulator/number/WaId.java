package org.whatsapppolicy.simulator.number;

import org.jspecify.annotations.Nullable;

/** From what a client writes into {@code to} to the {@code wa_id} the platform knows the person by. */
public final class WaId {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private WaId() {}

    /**
     * The {@code wa_id} of a number in international notation, in digits; null when it is no phone number. Plus sign,
     * hyphens, parentheses and spaces are accepted.
     *
     * @param callingCode put in front of numbers without a plus sign that do not begin with it, as the platform does
     *     with the business number's own; null leaves such numbers alone
     */
    static @Nullable String of(String written, @Nullable String callingCode) {
        StringBuilder digits = new StringBuilder(written.length());
        boolean plus = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty() && !plus) {
                plus = true;
            } else if (c != ' ' && c != '-' && c != '(' && c != ')') {
                return null;
            }
        }
        String number = digits.toString();
        if (!plus && callingCode != null && !number.startsWith(callingCode)) {
            number = callingCode + number;
        }
        return possible(number) ? rewritten(number) : null;
    }

    /** Whether so many digits can be a phone number. */
    static boolean possible(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST;
    }

    /**
     * The {@code wa_id} of a person given as a test writes it, with or without plus sign.
     *
     * @throws IllegalArgumentException when it is no phone number
     */
    public static String ofPerson(String written) {
        String waId = of(written, null);
        if (waId == null) {
            throw new IllegalArgumentException("not a phone number");
        }
        return waId;
    }

    /** Brazil loses the ninth digit outside the area codes 11 to 28, Mexico gains a 1 after the country code. */
    private static String rewritten(String number) {
        if (number.length() == 13 && number.startsWith("55") && number.charAt(4) == '9') {
            int area = Integer.parseInt(number.substring(2, 4));
            return area >= 11 && area <= 28 ? number : number.substring(0, 4) + number.substring(5);
        }
        if (number.length() == 12 && number.startsWith("52")) {
            return "521" + number.substring(2);
        }
        return number;
    }
}
