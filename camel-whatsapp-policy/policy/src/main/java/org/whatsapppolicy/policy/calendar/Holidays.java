package org.whatsapppolicy.policy.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The holidays of one country (S-27). Thread-safe. */
public final class Holidays {

    private static final Map<String, Holidays> COUNTRIES = read();

    private final List<HolidayRule> rules;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private Holidays(List<HolidayRule> rules) {
        this.rules = rules;
    }

    /** The calendar of a country by its ISO 3166-1 alpha-2 code, or null when there is none for it. */
    public static @Nullable Holidays of(String country) {
        return COUNTRIES.get(country);
    }

    /** The countries that have a calendar. */
    public static Set<String> countries() {
        return COUNTRIES.keySet();
    }

    /** Whether the date is a holiday in the whole country. */
    public boolean contains(LocalDate date) {
        return years.computeIfAbsent(
                        date.getYear(),
                        year -> rules.stream().map(rule -> rule.in(year)).collect(Collectors.toUnmodifiableSet()))
                .contains(date);
    }

    private static Map<String, Holidays> read() {
        // OSGi: our own resource by our own class, never by the thread's class loader.
        try (InputStream in = Holidays.class.getResourceAsStream("holidays.txt")) {
            if (in == null) {
                throw new IllegalStateException("found no holidays.txt beside " + Holidays.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            words -> words[0],
                            words -> new Holidays(Arrays.stream(words)
                                    .skip(1)
                                    .map(HolidayRule::parse)
                                    .toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
