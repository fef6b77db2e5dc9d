package org.whatsapppolicy.camel.consent;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as RFC 4180 has it, a record at a time: a header line, commas, quotes doubled inside quotes, bounded records. What a
 * quote may have swallowed ends the reading: rows that nobody sees would be missing without a word.
 */
final class CsvRows implements ImportRows {

    /** No honest row is longer; a quote that is never closed would read the whole file. */
    private static final int LONGEST = 64 * 1024;

    private static final String RECIPIENT = "recipient";

    private final Reader in;
    private final List<String> header;

    CsvRows(Reader in) throws IOException {
        this.in = in;
        List<String> first = record();
        this.header =
                first == null ? List.of() : first.stream().map(String::strip).toList();
        if (first != null && !header.contains(RECIPIENT)) {
            throw new IOException("found a first line without the column " + RECIPIENT
                    + ", expected the names of the columns, separated by commas, or JSON lines");
        }
    }

    @Override
    public @Nullable Map<String, String> next() throws IOException {
        List<String> values = record();
        if (values == null) {
            return null;
        }
        if (values.stream().skip(header.size()).anyMatch(value -> !value.isBlank())) {
            throw new IllegalArgumentException("found " + values.size() + " values, expected " + header.size()
                    + " as in the first line: a comma in a value that stands in no quotes?");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(values.size(), header.size()); i++) {
            if (!values.get(i).isBlank()) {
                row.put(header.get(i), values.get(i).strip());
            }
        }
        return row;
    }

    private @Nullable List<String> record() throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        // A quote right behind a closing one stands for itself.
        boolean closed = false;
        boolean any = false;
        int length = 0;
        for (int c = in.read(); ; c = in.read()) {
            if (++length > LONGEST) {
                throw new IOException("a record longer than " + LONGEST + " characters: a quote that is not closed?");
            }
            if (c < 0 && quoted) {
                throw new IOException("the end inside quotes: a quote that is not closed?");
            }
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                if (c >= 0 && !any) {
                    continue;
                }
                if (c < 0 && !any) {
                    return null;
                }
                values.add(value.toString());
                return values;
            }
            any = true;
            if (c == '"' && (quoted || closed || value.toString().isBlank())) {
                if (closed) {
                    value.append('"');
                } else if (!quoted) {
                    value.setLength(0);
                }
                closed = quoted;
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
                closed = false;
            } else if (closed && c != ' ') {
                throw new IOException("text behind a closing quote: a quote inside a value has to be doubled");
            } else if (!closed) {
                value.append((char) c);
            }
        }
    }
}
