package org.whatsapppolicy.camel.consent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;

/** Rows of an import, one after the other. */
interface ImportRows {

    /**
     * The next row by the names of its columns, blank values left out; null at the end.
     *
     * @throws IllegalArgumentException when this row cannot be read, saying why; the next one can be asked for
     */
    @Nullable
    Map<String, String> next() throws IOException;

    /** JSON lines when the first character is a brace, else CSV with a header line; UTF-8. */
    static ImportRows of(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        reader.mark(1);
        int first = reader.read();
        if (first == 0xFEFF) {
            reader.mark(1);
            first = reader.read();
        }
        reader.reset();
        return first == '{' ? () -> line(reader) : new CsvRows(reader);
    }

    private static @Nullable Map<String, String> line(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        if (line == null) {
            return null;
        }
        Map<String, Object> object = Json.only(line);
        if (object == null) {
            throw new IllegalArgumentException("expected one JSON object in a line, and nothing behind it");
        }
        Map<String, String> row = new HashMap<>();
        object.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                row.put(name, value.toString().strip());
            }
        });
        return row;
    }
}
