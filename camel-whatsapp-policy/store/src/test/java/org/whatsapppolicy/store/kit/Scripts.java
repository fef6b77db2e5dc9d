package org.whatsapppolicy.store.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whatsapppolicy.store.PolicyStore;

/** The schema scripts as they stand in the jar, for tests that apply them themselves. */
public final class Scripts {

    private Scripts() {}

    /** Their names in the folder of a dialect, in the order of their versions. */
    public static List<String> in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted(Comparator.comparingInt(Scripts::number))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a script is named by. */
    public static int number(String script) {
        return Integer.parseInt(script.substring(1, script.indexOf('_')));
    }

    /** The statements of one. */
    public static List<String> statements(String folder, String script) {
        try (Stream<String> lines = Files.lines(folder(folder).resolve(script))) {
            String bare = lines.filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
            return Stream.of(bare.split(";", -1))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(PolicyStore.class.getResource("/schema/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
