package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes checked values as JSON, always in the same way: the fields of an object stand in the order of their names. Small and
 * on the way of every message.
 */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private JsonText() {}

    static String of(Map<String, Object> object) {
        JsonText json = new JsonText();
        json.object(object);
        return json.out.toString();
    }

    private void object(Map<?, ?> object) {
        char before = '{';
        for (Map.Entry<?, ?> field : (object.size() < 2 ? object : new TreeMap<>(object)).entrySet()) {
            out.append(before);
            quoted(field.getKey().toString());
            out.append(':');
            value(field.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void value(Object value) {
        if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof List<?> list) {
            list(list);
        } else {
            // A number or a boolean: nothing else was let in.
            out.append(value);
        }
    }

    private void list(List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(list.get(i));
        }
        out.append(']');
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
}
