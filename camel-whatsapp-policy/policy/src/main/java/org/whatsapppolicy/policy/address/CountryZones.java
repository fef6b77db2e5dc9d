package org.whatsapppolicy.policy.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The zones of each country, from a table in the jar. */
final class CountryZones {

    private static final Map<String, Set<ZoneId>> ZONES = read();

    private CountryZones() {}

    /** The zones of an ISO 3166-1 alpha-2 country; empty when the table has none. */
    static Set<ZoneId> of(String country) {
        return ZONES.getOrDefault(country, Set.of());
    }

    /** The zone of that name, unless it is no place or this JDK does not know it. */
    static Optional<ZoneId> named(String name) {
        if (name.equals("Etc/Unknown")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Set<ZoneId>> read() {
        Map<String, Set<ZoneId>> zones = new HashMap<>();
        try (InputStream in = CountryZones.class.getResourceAsStream("country-zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("country-zones.txt is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    Set<ZoneId> one = new LinkedHashSet<>();
                    for (String name : line.substring(3).split(" ", -1)) {
                        named(name).ifPresent(one::add);
                    }
                    zones.put(line.substring(0, 2), Set.copyOf(one));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(zones);
    }
}
