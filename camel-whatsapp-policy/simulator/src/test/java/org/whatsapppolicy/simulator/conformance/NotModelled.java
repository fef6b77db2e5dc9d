package org.whatsapppolicy.simulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payloads that the page about the simulator says are not accepted or emitted, each with its reason. */
final class NotModelled {

    private static final Path PAGE = Path.of("../../docs/simulator.md");
    private static final Pattern EXCEPTION =
            Pattern.compile("^\\| `(request|response|error|webhook)/([^`]+)` \\| (.+) \\|$");
    private static final Pattern WRITTEN_OUT = Pattern.compile("^- `(webhook)/([^`]+)`$");

    private NotModelled() {}

    static SortedSet<String> names(Payloads kind) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : reasons().keySet()) {
            String folder = kind.name().toLowerCase(Locale.ROOT) + "/";
            if (name.startsWith(folder)) {
                names.add(name.substring(folder.length()));
            }
        }
        return names;
    }

    /** Those that are told only as somebody writes them out. */
    static SortedSet<String> writtenOut() {
        SortedSet<String> names = new TreeSet<>();
        matching(WRITTEN_OUT).forEach(matcher -> names.add(matcher.group(1) + "/" + matcher.group(2)));
        return names;
    }

    static SortedMap<String, String> reasons() {
        SortedMap<String, String> reasons = new TreeMap<>();
        matching(EXCEPTION)
                .forEach(matcher -> reasons.put(matcher.group(1) + "/" + matcher.group(2), matcher.group(3)));
        return reasons;
    }

    private static List<Matcher> matching(Pattern pattern) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .map(pattern::matcher)
                    .filter(Matcher::matches)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
