package org.whatsapppolicy.simulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The webhooks that the page about the simulator says are told only as somebody writes them out. */
final class WrittenOut {

    private static final Path PAGE = Path.of("../../docs/simulator.md");
    private static final Pattern LINE = Pattern.compile("^- `webhook/([^`]+)`.*$");

    private WrittenOut() {}

    static Set<String> names() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
