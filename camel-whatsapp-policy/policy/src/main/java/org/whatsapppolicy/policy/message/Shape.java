package org.whatsapppolicy.policy.message;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a message must look like; the words in which limits are written down. Characters are counted as Unicode
 * code points. A failed check names the path, the limit and the actual size, never the content.
 */
@FunctionalInterface
interface Shape {

    /**
     * Passes or throws.
     *
     * @throws InvalidMessageException when the value is not of this shape
     */
    void check(String path, Object value);

    default Shape and(Shape further) {
        return (path, value) -> {
            check(path, value);
            further.check(path, value);
        };
    }

    /** Text of which at least one character can be seen. */
    static Shape text(int max) {
        return upTo(max).and((path, value) -> {
            if (((String) value).isBlank()) {
                throw new InvalidMessageException(path, "expected a text, found an empty one");
            }
        });
    }

    /** Text that may be empty. */
    static Shape upTo(int max) {
        return (path, value) -> {
            if (!(value instanceof String text)) {
                throw unexpected(path, "a text", value);
            }
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                throw new InvalidMessageException(path, "at most " + max + " characters, found " + length);
            }
        };
    }

    /** Text without a limit of its own; the message as a whole is bounded. */
    static Shape text() {
        return text(JsonValues.MAX_CHARACTERS);
    }

    /** Text that must match; {@code expected} says in words what that means. */
    static Shape text(Pattern pattern, String expected) {
        return (path, value) -> {
            if (!(value instanceof String text)) {
                throw unexpected(path, expected, value);
            }
            if (!pattern.matcher(text).matches()) {
                throw new InvalidMessageException(path, "expected " + expected + ", found another text");
            }
        };
    }

    static Shape url() {
        return text(Pattern.compile("(?i)https?://[^\\s/?#]\\S*"), "an http or https URL");
    }

    static Shape flag() {
        return (path, value) -> {
            if (!(value instanceof Boolean) && !"true".equals(value) && !"false".equals(value)) {
                throw unexpected(path, "true or false", value);
            }
        };
    }

    /** A number, or a text that is one, as the platform's own samples write coordinates. */
    static Shape coordinate(int limit) {
        return (path, value) -> {
            String expected = "a number from -" + limit + " to " + limit;
            Double number = value instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
            if (value instanceof String text && text.matches("[+-]?\\d{1,3}(\\.\\d{0,40})?")) {
                number = Double.valueOf(text);
            }
            if (number == null) {
                throw unexpected(path, expected, value);
            }
            if (Math.abs(number) > limit) {
                throw new InvalidMessageException(path, "expected " + expected + ", found one outside");
            }
        };
    }

    /** A whole number, or a text that is one: the platform takes both. */
    static Shape whole(long min, long max) {
        return (path, value) -> {
            String expected = max == Long.MAX_VALUE ? "a whole number" : "a whole number from " + min + " to " + max;
            Long number = JsonValues.whole(value);
            if (number == null) {
                throw unexpected(path, expected, value);
            }
            if (number < min || number > max) {
                throw new InvalidMessageException(path, "expected " + expected + ", found " + number);
            }
        };
    }

    static Shape word(String... words) {
        return (path, value) -> {
            if (!Arrays.asList(words).contains(value)) {
                String expected = (words.length == 1 ? "" : "one of ") + String.join(", ", words);
                throw new InvalidMessageException(path, "expected " + expected + ", found " + found(value));
            }
        };
    }

    /**
     * A list.
     *
     * @param things what the elements are called in the plural
     */
    static Shape list(int min, int max, String things, Shape each) {
        return (path, value) -> {
            if (!(value instanceof List<?> list)) {
                throw unexpected(path, "a list of " + things, value);
            }
            size(path, things, min, max, list.size());
            for (int i = 0; i < list.size(); i++) {
                each.check(path + "[" + i + "]", list.get(i));
            }
        };
    }

    /** No two elements of a list agree in the key; elements without one are left alone. */
    static Shape distinct(String what, Function<Map<?, ?>, @Nullable Object> key) {
        return (path, value) -> {
            Set<Object> seen = new HashSet<>();
            List<?> list = (List<?>) value;
            for (int i = 0; i < list.size(); i++) {
                Object found = key.apply((Map<?, ?>) list.get(i));
                if (found != null && !seen.add(found)) {
                    throw new InvalidMessageException(
                            path + "[" + i + "]." + what, "expected to differ from the others");
                }
            }
        };
    }

    static ObjectShape object() {
        return ObjectShape.ANY;
    }

    static void size(String path, String things, int min, int max, int found) {
        if (found < min || found > max) {
            String limit = found > max ? "at most " + max : "at least " + min;
            throw new InvalidMessageException(path, limit + " " + things + ", found " + found);
        }
    }

    static InvalidMessageException unexpected(String path, String expected, Object found) {
        return new InvalidMessageException(path, "expected " + expected + ", found " + JsonValues.describe(found));
    }

    /** A word of the platform's vocabulary may be repeated in an error, anything else is only described. */
    static String found(Object value) {
        return value instanceof String text && text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9_]{0,39}")
                ? text
                : JsonValues.describe(value);
    }
}
