package org.whatsapppolicy.simulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the table of documented statements.
 *
 * @param test the simple name of the test class and, after a hash, of the method
 */
record Statement(int number, String text, String source, String test) {

    static final Path TABLE = Path.of("../../docs/simulator-conformance.md");

    private static final Pattern ROW = Pattern.compile("^\\| C-(\\d{3}) \\| (.+) \\| (.+) \\| `(\\w+#\\w+)` \\|$");

    static List<Statement> all() {
        List<Statement> statements = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(TABLE)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    statements.add(
                            new Statement(Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4)));
                } else if (line.startsWith("| C-")) {
                    throw new AssertionError("a row is not as the others, with number, statement, source and"
                            + " `Class#method`: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }

    String id() {
        return id(number);
    }

    static String id(int number) {
        return "C-%03d".formatted(number);
    }
}
