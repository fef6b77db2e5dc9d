package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.calendar.Holidays;

/** Where quiet hours name holidays, nobody is messaged unasked on a holiday of their country, in no zone they can be in (S-27). */
final class OutsideHolidays implements Hold {

    private static final ReasonCode HOLIDAY = new ReasonCode("holiday", "It is a holiday in the person's country.");

    private static final ReasonCode UNKNOWN = new ReasonCode(
            "holidays-unknown", "Quiet hours name holidays, and there is no calendar of the person's country.");

    /** No country has this many holidays in a row. */
    private static final int LONGEST = 30;

    @Override
    public List<ReasonCode> codes() {
        return List.of(HOLIDAY, UNKNOWN);
    }

    @Override
    public @Nullable Instant free(Case c, Instant t) {
        if (!c.purpose().quietHours().holidays() || c.zones().isEmpty()) {
            return t;
        }
        Holidays holidays = Holidays.of(country(c.request.recipient()));
        if (holidays == null) {
            return null;
        }
        Instant free = t;
        for (int i = 0; i < LONGEST; i++) {
            Instant before = free;
            for (ZoneId zone : c.zones()) {
                LocalDate date = LocalDate.ofInstant(free, zone);
                if (holidays.contains(date)) {
                    free = date.plusDays(1).atStartOfDay(zone).toInstant();
                }
            }
            if (free.equals(before)) {
                turns(c, t, free, holidays);
                return free;
            }
        }
        return null;
    }

    /** An ALLOW on the eve of a holiday is good until midnight. */
    private static void turns(Case c, Instant t, Instant free, Holidays holidays) {
        if (!t.equals(c.now) || !free.equals(t)) {
            return;
        }
        for (ZoneId zone : c.zones()) {
            LocalDate tomorrow = LocalDate.ofInstant(t, zone).plusDays(1);
            if (holidays.contains(tomorrow)) {
                c.validUntil(tomorrow.atStartOfDay(zone).toInstant());
            }
        }
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void tell(Case c, Instant t, @Nullable Instant free) {
        String country = country(c.request.recipient());
        if (free == null) {
            c.deny(UNKNOWN, country.isEmpty() ? "no country is known" : "no calendar of " + country);
        } else {
            c.limited(HOLIDAY, "in " + country, t, free);
        }
    }

    private static String country(Recipient recipient) {
        if (recipient instanceof PhoneNumber number) {
            return number.region();
        }
        return recipient instanceof UserId user ? user.country() : "";
    }
}
