package org.whatsapppolicy.policy.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the time zones in which a recipient can be, when no record says it (S-27, M-12). Thread-safe; what it found is kept,
 * bounded.
 */
public final class ZoneFinder {

    private static final int MOST = 65_536;

    private final Map<Recipient, Set<ZoneId>> found = new ConcurrentHashMap<>();
    /** Few numbers have zones of their own: equal sets become one, so that a number costs a reference. */
    private final Map<Set<ZoneId>, Set<ZoneId>> sets = new ConcurrentHashMap<>();

    /** The zones that the number, or the BSUID's country, can lie in; empty when none is known. */
    public Set<ZoneId> zones(Recipient recipient) {
        if (recipient instanceof UserId id) {
            return CountryZones.of(id.country());
        }
        if (!(recipient instanceof PhoneNumber phone)) {
            return Set.of();
        }
        Set<ZoneId> known = found.get(phone);
        if (known != null) {
            return known;
        }
        Set<ZoneId> zones = look(phone);
        Set<ZoneId> one = sets.putIfAbsent(zones, zones);
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(phone, one == null ? zones : one);
        return one == null ? zones : one;
    }

    private static Set<ZoneId> look(PhoneNumber phone) {
        try {
            List<String> names = PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(phone.e164(), null));
            Set<ZoneId> zones = new LinkedHashSet<>();
            for (String name : names) {
                CountryZones.named(name).ifPresent(zones::add);
            }
            return Set.copyOf(zones);
        } catch (NumberParseException e) {
            return Set.of();
        }
    }
}
