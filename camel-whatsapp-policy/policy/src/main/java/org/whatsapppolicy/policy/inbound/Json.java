package org.whatsapppolicy.policy.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what may be missing or of another type than documented: then it is not there. */
final class Json {

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private Json() {}

    static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The objects among the elements of a list. */
    static Stream<Map<?, ?>> objects(@Nullable Object value) {
        List<?> list = value instanceof List<?> found ? found : List.of();
        return list.stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element);
    }

    static @Nullable String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    static @Nullable String text(Map<?, ?> object, String outer, String inner) {
        return text(object(object.get(outer)), inner);
    }

    /** Seconds since 1970, written as a number or as text; what lies beyond the year 9999 is none. */
    static @Nullable Instant instant(Map<?, ?> object, String name) {
        String text = text(object, name);
        if (text == null
                || text.isEmpty()
                || text.length() > 12
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long seconds = Long.parseLong(text);
        return seconds > LATEST ? null : Instant.ofEpochSecond(seconds);
    }

    static @Nullable Integer whole(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value instanceof Integer number) {
            return number;
        }
        return value instanceof String text && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
