package org.whatsapppolicy.policy.optout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a language's file says, as written.
 *
 * @param language its ISO 639 code
 * @param lines the lines of each section
 */
record LanguageFile(String language, Map<Section, List<Line>> lines) {

    LanguageFile {
        lines = new EnumMap<>(lines);
    }

    /** A line of a file, and where it stands, for error messages. */
    record Line(String text, String place) {

        IllegalStateException problem(String found) {
            return new IllegalStateException(place + ": " + found);
        }
    }

    List<Line> lines(Section section) {
        return lines.getOrDefault(section, List.of());
    }
}
