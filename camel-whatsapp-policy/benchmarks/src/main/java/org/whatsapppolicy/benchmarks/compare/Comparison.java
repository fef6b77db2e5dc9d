package org.whatsapppolicy.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The side-by-side run: all contestants in one process, taking turns, judged by the simulator's ledger. */
public final class Comparison {

    /** How the command line is written. */
    public static final String USAGE = Options.USAGE;

    private Comparison() {}

    /**
     * Runs it and prints the table.
     *
     * @param words the command line after {@code compare}
     * @return whether every contestant did what it claims; not whether the goals were met
     * @throws IllegalArgumentException for a command line that makes no sense
     */
    public static boolean run(List<String> words) throws Exception {
        Options options = Options.parse(words);
        Path directory = Files.createTempDirectory("whatsapp-policy-benchmark");
        try (Platform platform = new Platform()) {
            Setting setting = new Setting(platform, options.people(), options.inFlight(), directory);
            try (Field field = Field.start(options, setting)) {
                return new Rounds(options, platform, field.contestants()).run(System.out);
            }
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
