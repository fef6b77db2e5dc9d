package org.whatsapppolicy.camel.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object of strings, numbers, booleans, lists and maps: small and on the hot path. */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);
    private boolean first = true;

    JsonText open() {
        out.append('{');
        first = true;
        return this;
    }

    JsonText close() {
        out.append('}');
        first = false;
        return this;
    }

    JsonText field(String name) {
        next();
        quoted(name);
        out.append(':');
        return this;
    }

    void text(String text) {
        quoted(text);
    }

    void value(@Nullable Object value) {
        if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof Map<?, ?> map) {
            open();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                field(String.valueOf(field.getKey())).value(field.getValue());
            }
            close();
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("found " + value.getClass().getName() + ", expected a value of JSON");
        }
    }

    private void list(List<?> list) {
        out.append('[');
        first = true;
        for (Object element : list) {
            next();
            value(element);
        }
        out.append(']');
        first = false;
    }

    private void next() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quoted(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                out.append(text, from, i);
                escaped(c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private void escaped(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
