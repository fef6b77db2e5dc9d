package org.whatsapppolicy.simulator.limit;

import java.util.Set;

/** Where the cap on marketing does not apply, to people and from numbers: the EEA, the United Kingdom, Japan, South Korea. */
final class UncappedCountries {

    private static final Set<String> CALLING_CODES = Set.of(
            "43", "32", "359", "385", "357", "420", "45", "372", "358", "33", "49", "30", "36", "353", "39", "371",
            "370", "352", "356", "31", "48", "351", "40", "421", "386", "34", "46", // the Union
            "354", "423", "47", // the rest of the EEA
            "44", "81", "82");
    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "GB", "JP", "KR");

    private UncappedCountries() {}

    /** Whether a number in digits, or a user id by its country, belongs there. */
    static boolean has(String person) {
        if (person.length() < 3) {
            return false;
        }
        return person.charAt(2) == '.'
                ? COUNTRIES.contains(person.substring(0, 2))
                : CALLING_CODES.contains(person.substring(0, 2)) || CALLING_CODES.contains(person.substring(0, 3));
    }
}
