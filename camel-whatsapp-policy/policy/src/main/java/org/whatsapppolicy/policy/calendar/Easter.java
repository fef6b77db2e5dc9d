package org.whatsapppolicy.policy.calendar;

import java.time.LocalDate;

/** Easter Sunday of the western church, by the Gregorian reckoning. */
final class Easter {

    private Easter() {}

    static LocalDate of(int year) {
        int golden = year % 19;
        int century = year / 100;
        int skippedLeapDays = century - century / 4;
        int lunarCorrection = (8 * century + 13) / 25;
        int epact = (skippedLeapDays - lunarCorrection + 19 * golden + 15) % 30;
        int moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - skippedLeapDays) % 7;
        int fromMarchTwentyEighth = moon - weekday;
        return LocalDate.of(year, 3, 28).plusDays(fromMarchTwentyEighth);
    }
}
