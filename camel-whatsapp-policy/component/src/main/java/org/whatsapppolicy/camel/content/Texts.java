package org.whatsapppolicy.camel.content;

import java.nio.charset.StandardCharsets;

/**
 * Reads texts from what routes carry: options, headers, columns. Kafka's headers are bytes. What Java would print as a class and
 * a number is no text: as a key it would be another one each time, as a parameter a person would read it.
 */
public final class Texts {

    private Texts() {}

    /**
     * Reads a text; numbers, dates and whatever else has a text of its own are that.
     *
     * @param name what the value is called in the error
     * @throws IllegalArgumentException saying what was expected
     */
    public static String read(String name, Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        String text = value.toString();
        if (value.getClass().isArray() || text.equals(printedByJava(value))) {
            throw new IllegalArgumentException(name + ": expected a text, found "
                    + value.getClass().getTypeName() + " that has none; convert it to a String first");
        }
        return text;
    }

    private static String printedByJava(Object value) {
        return value.getClass().getName() + "@" + Integer.toHexString(value.hashCode());
    }
}
