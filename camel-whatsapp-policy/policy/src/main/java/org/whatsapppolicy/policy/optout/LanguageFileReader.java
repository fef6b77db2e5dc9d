package org.whatsapppolicy.policy.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files of this package's folder. {@code languages.txt} names them: a bundle's folder cannot be listed. */
final class LanguageFileReader {

    private LanguageFileReader() {}

    static List<LanguageFile> all() {
        return text("languages.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(language -> parse(language, text(language + ".txt")))
                .toList();
    }

    static LanguageFile parse(String language, String text) {
        Map<Section, List<LanguageFile.Line>> sections = new EnumMap<>(Section.class);
        @Nullable List<LanguageFile.Line> section = null;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String content = raw.strip();
            LanguageFile.Line line = new LanguageFile.Line(content, language + ".txt:" + number);
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (content.startsWith("== ")) {
                Section found = Section.of(content.substring(3))
                        .orElseThrow(() ->
                                line.problem("found " + content + ", expected == and one of: " + Section.titles()));
                section = sections.computeIfAbsent(found, key -> new ArrayList<>());
            } else if (section == null) {
                throw line.problem("found text before the first section, expected a line that begins with ==");
            } else {
                section.add(line);
            }
        }
        return new LanguageFile(language, sections);
    }

    private static String text(String name) {
        // OSGi: our own resource by our own class, never by the thread's class loader.
        try (InputStream in = LanguageFileReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("found no " + name + " beside " + LanguageFileReader.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
