package org.whatsapppolicy.policy.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a route carries into JSON values that nobody can change any more, within bounds. A null in an object is a
 * field left out. What a later step could not write down is refused here: half a surrogate pair (no UTF-8), a NUL
 * character (PostgreSQL stores none), a number that is none.
 */
final class JsonValues {

    static final int MAX_DEPTH = 32;
    static final int MAX_VALUES = 10_000;
    static final int MAX_CHARACTERS = 1_000_000;
    /** Digits and power of ten of a number; more would let a few bytes ask for gigabytes when written out. */
    private static final int MAX_DIGITS = 100;

    private final boolean files;
    private int values;
    private int characters;
    private @Nullable MediaUpload upload;

    /** @param files whether one file may stand among the values, where an id would */
    JsonValues(boolean files) {
        this.files = files;
    }

    static JsonObject copy(Map<?, ?> object) {
        return object instanceof JsonObject checked ? checked : new JsonValues(false).read(object);
    }

    JsonObject read(Map<?, ?> object) {
        return object(Place.MESSAGE, object, 0);
    }

    /** The file that was found, or null. */
    @Nullable
    MediaUpload upload() {
        return upload;
    }

    private JsonObject object(Place place, Map<?, ?> object, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new InvalidMessageException(place.label(), "expected names that are texts, found another key");
            }
            if (value != null) {
                text(place, name);
                copy.put(name, value(place.field(name), value, depth + 1));
            }
        });
        return new JsonObject(copy);
    }

    private Object value(Place place, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidMessageException("message", "at most " + MAX_DEPTH + " levels of nesting, found more");
        }
        if (++values > MAX_VALUES) {
            throw new InvalidMessageException("message", "at most " + MAX_VALUES + " values, found more");
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return text(place, value.toString());
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(place, number);
        }
        if (value instanceof Map<?, ?> object) {
            return object(place, object, depth);
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                copy.add(value(place.element(copy.size()), element, depth + 1));
            }
            return Collections.unmodifiableList(copy);
        }
        if (files && value instanceof MediaUpload file) {
            return file(place, file);
        }
        throw new InvalidMessageException(place.path(), "expected a value that JSON has, found " + describe(value));
    }

    private MediaUpload file(Place place, MediaUpload file) {
        if (upload != null && !upload.equals(file)) {
            throw new InvalidMessageException(
                    place.path(), "at most 1 file to upload, found more: give the others by id");
        }
        upload = file;
        return file;
    }

    private String text(Place place, String text) {
        characters += text.length();
        if (characters > MAX_CHARACTERS || characters < 0) {
            throw new InvalidMessageException("message", "at most " + MAX_CHARACTERS + " characters, found more");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                i += wholeCharacter(place, text, i) - 1;
            }
        }
        return text;
    }

    private static int wholeCharacter(Place place, String text, int at) {
        int c = text.codePointAt(at);
        if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            String found = c == 0 ? "a NUL character" : "half of one, as a cut through an emoji leaves it";
            throw new InvalidMessageException(place.label(), "expected Unicode characters, found " + found);
        }
        return Character.charCount(c);
    }

    /**
     * A number that can be written down in a line; the mutable ones are read.
     *
     * @param place spells itself out when there is something to say
     */
    static Number number(Object place, Number number) {
        if (number instanceof AtomicInteger || number instanceof AtomicLong) {
            return number.longValue();
        }
        boolean fits = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || (number instanceof Double d && Double.isFinite(d))
                || (number instanceof Float f && Float.isFinite(f))
                || (number instanceof BigInteger i && i.bitLength() <= MAX_DIGITS * 3)
                || (number instanceof BigDecimal d
                        && d.precision() <= MAX_DIGITS
                        && d.scale() <= MAX_DIGITS
                        && d.scale() >= -MAX_DIGITS);
        if (!fits) {
            throw new InvalidMessageException(
                    place.toString(), "expected a finite number of at most " + MAX_DIGITS + " digits, found another");
        }
        return number;
    }

    /** The whole number that this is, or is the text of; null when it is neither. */
    static @Nullable Long whole(@Nullable Object value) {
        if (value instanceof String text) {
            return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
        }
        if (!(value instanceof Number number)) {
            return null;
        }
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException fraction) {
            return null;
        }
    }

    /** What kind of value it is and how large, without its content. */
    static String describe(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof String text) {
            return text.isEmpty() ? "an empty text" : "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof MediaUpload) {
            return "a file";
        }
        return value instanceof Collection<?> list
                ? "a list of " + list.size()
                : value.getClass().getName();
    }

    /** A key as it may stand in an error: names of fields are, a number or a sentence used as a key is not. */
    static String plain(String key) {
        return isName(key) || isPosition(key) ? key : "?";
    }

    // Every field of every message passes here: no regular expressions.
    private static boolean isName(String key) {
        if (key.isEmpty() || key.length() > 64 || isDigit(key.charAt(0))) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPosition(String key) {
        boolean digits = !key.isEmpty() && key.length() <= 3;
        for (int i = 0; digits && i < key.length(); i++) {
            digits = isDigit(key.charAt(i));
        }
        return digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
