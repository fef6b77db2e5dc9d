package org.whatsapppolicy.simulator.number;

import java.util.Set;

/** Country calling codes, as far as needed to split one off a number. */
final class CallingCode {

    private static final Set<String> TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    private CallingCode() {}

    /** The calling code an international number begins with; the number itself when it is too short for one. */
    static String of(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return digits.substring(0, 1);
        }
        if (digits.length() >= 2 && TWO_DIGITS.contains(digits.substring(0, 2))) {
            return digits.substring(0, 2);
        }
        return digits.substring(0, Math.min(3, digits.length()));
    }
}
