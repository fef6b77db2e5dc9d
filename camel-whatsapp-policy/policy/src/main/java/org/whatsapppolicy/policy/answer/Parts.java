package org.whatsapppolicy.policy.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parts of an answer of which nothing is certain: what is missing or of another type is null, never an error. */
final class Parts {

    private Parts() {}

    /** Compares the names itself: a sorted map would throw at a name of another type. */
    static @Nullable Object at(@Nullable Object value, String... path) {
        @Nullable Object found = value;
        for (String name : path) {
            @Nullable Object next = null;
            if (found instanceof Map<?, ?> object) {
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    next = name.equals(field.getKey()) ? field.getValue() : next;
                }
            }
            found = next;
        }
        return found;
    }

    static @Nullable Object first(@Nullable Object list) {
        return list instanceof List<?> elements && !elements.isEmpty() ? elements.get(0) : null;
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    /** A whole number, written as number or text. */
    static @Nullable Integer whole(@Nullable Object value) {
        if (value instanceof String text && text.matches("-?\\d{1,10}")) {
            return fits(Long.parseLong(text));
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return fits(((Number) value).longValue());
        }
        if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (Integer) (int) number : null;
        }
        return value instanceof Number number && number.toString().matches("-?\\d{1,10}")
                ? fits(Long.parseLong(number.toString()))
                : null;
    }

    static boolean flag(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    private static @Nullable Integer fits(long number) {
        return number == (int) number ? (Integer) (int) number : null;
    }
}
