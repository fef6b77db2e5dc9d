package org.whatsapppolicy.store.state;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text as JSON writes it. Straight into what is being written, because every message has some. */
public final class JsonString {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private JsonString() {}

    /** Appends the value in quotes. */
    public static void append(StringBuilder text, String value) {
        text.append('"');
        ENCODER.quoteAsString(value, text);
        text.append('"');
    }
}
