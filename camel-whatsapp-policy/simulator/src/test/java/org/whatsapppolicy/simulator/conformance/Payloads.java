package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sample payloads under {@code payloads/}: what is sent, answered and told, with invented values. */
enum Payloads {
    REQUEST,
    RESPONSE,
    ERROR,
    WEBHOOK;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The names of all of one kind. */
    SortedSet<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            SortedSet<String> names = new TreeSet<>();
            files.map(file -> String.valueOf(file.getFileName())).forEach(name -> names.add(name.replace(".json", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readAllBytes(folder().resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        String folder = "/payloads/" + name().toLowerCase(Locale.ROOT);
        try {
            URI place = Objects.requireNonNull(Payloads.class.getResource(folder), folder)
                    .toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
