package org.whatsapppolicy.policy.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which languages are likely where somebody's address comes from, from a table in the jar. */
public final class CountryLanguages {

    private static final Map<String, List<String>> LANGUAGES = read();

    private CountryLanguages() {}

    /** ISO 639 codes, the likeliest first; empty when the address names no country or the table has none. */
    public static List<String> of(Recipient person) {
        if (person instanceof PhoneNumber number) {
            return LANGUAGES.getOrDefault(number.region(), List.of());
        }
        return person instanceof UserId id ? LANGUAGES.getOrDefault(id.country(), List.of()) : List.of();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> languages = new HashMap<>();
        try (InputStream in = CountryLanguages.class.getResourceAsStream("country-languages.txt")) {
            if (in == null) {
                throw new IllegalStateException("country-languages.txt is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    languages.put(
                            line.substring(0, 2),
                            List.copyOf(Arrays.asList(line.substring(3).split(" ", -1))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(languages);
    }
}
